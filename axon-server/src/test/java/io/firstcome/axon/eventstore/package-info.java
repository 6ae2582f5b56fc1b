/** Tests of the event store on a real MariaDB. */
@NullMarked
package io.firstcome.axon.eventstore;

import org.jspecify.annotations.NullMarked;
