/** Tests of the command bus on a real MariaDB. */
@NullMarked
package io.firstcome.axon.groupcommit;

import org.jspecify.annotations.NullMarked;
