/**
 * The topology of several nodes as processes of one machine: what they are, and how they are started, stopped and
 * signalled.
 */
@NullMarked
package io.firstcome.cluster;

import org.jspecify.annotations.NullMarked;
