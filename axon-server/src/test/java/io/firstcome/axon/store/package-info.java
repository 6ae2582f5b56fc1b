/** Tests of the event store on a real MariaDB. */
@NullMarked
package io.firstcome.axon.store;

import org.jspecify.annotations.NullMarked;
