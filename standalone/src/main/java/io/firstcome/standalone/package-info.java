/**
 * Everything in one process: command side, query side and the servers that they need, for a first look and for tests.
 *
 * <p>In come the options of the command line, out goes a running system on one HTTP port with its demo data.
 * The two sides meet nowhere else. No business rule is here, and nothing here is meant for production: the users, their
 * passwords and the signing key are published in the documentation.
 */
@NullMarked
package io.firstcome.standalone;

import org.jspecify.annotations.NullMarked;
