/**
 * A card gateway that is none: it speaks the Toss Payments contract over HTTP, keeps its books in a file, and can be told to
 * answer late, wrongly or not at all.
 *
 * <p>Comes in: calls of a shop, and of a tester who wants an outcome. Goes out: answers and webhooks. Never happens here: money;
 * and nobody gets at its books but over HTTP.
 */
@NullMarked
package io.firstcome.gateway;

import org.jspecify.annotations.NullMarked;
