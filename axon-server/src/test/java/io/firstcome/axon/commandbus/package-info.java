/** Tests of the command bus on a real MariaDB. */
@NullMarked
package io.firstcome.axon.commandbus;

import org.jspecify.annotations.NullMarked;
