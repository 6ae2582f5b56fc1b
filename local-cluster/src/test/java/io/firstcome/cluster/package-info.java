/** Tests of the cluster without a cluster: files, arguments, routes, and processes that do nothing. */
@NullMarked
package io.firstcome.cluster;

import org.jspecify.annotations.NullMarked;
