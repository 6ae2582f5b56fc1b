/**
 * Real servers without an installation: MariaDB and Redis as child processes, Kafka inside this JVM.
 *
 * <p>In comes a directory, out comes a running server on a free port of 127.0.0.1, with its data in that directory.
 * A child never outlives this JVM, however the JVM ends, and a data directory never has two servers.
 * Nothing here is meant for production, and nothing is downloaded: the binaries come with the dependencies.
 */
@NullMarked
package io.firstcome.embedded;

import org.jspecify.annotations.NullMarked;
