/**
 * What both sides share over HTTP.
 *
 * <p>Comes in: HTTP requests, and the controllers of both sides. Goes out: JSON, and {@code application/problem+json}
 * for everything that is not a success. Never happens here: a decision of the business, or a query of its data.
 */
@NullMarked
package io.firstcome.web;

import org.jspecify.annotations.NullMarked;
