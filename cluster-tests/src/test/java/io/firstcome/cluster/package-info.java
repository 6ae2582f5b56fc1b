/** Drills on a running cluster: a journal of what clients were told, faults, and the journal held against the store. */
@NullMarked
package io.firstcome.cluster;

import org.jspecify.annotations.NullMarked;
