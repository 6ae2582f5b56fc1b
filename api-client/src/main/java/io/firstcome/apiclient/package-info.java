/**
 * Holds nothing: the client, {@code org.example.client}, is generated.
 *
 * <p>Comes in: {@code docs/openapi.json}. Goes out: a client for tests. Never happens here: a line of our own, without which the
 * document would not be enough.
 */
@NullMarked
package io.firstcome.apiclient;

import org.jspecify.annotations.NullMarked;
