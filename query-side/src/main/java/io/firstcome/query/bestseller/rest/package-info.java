/**
 * Questions about best sellers over HTTP.
 *
 * <p>Comes in: GET requests. Goes out: queries, and their answers as JSON. Never happens here: a look into a table.
 */
@NullMarked
package io.firstcome.query.bestseller.rest;

import org.jspecify.annotations.NullMarked;
