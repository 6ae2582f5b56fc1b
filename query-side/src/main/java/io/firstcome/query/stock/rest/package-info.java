/**
 * Questions about the stock of a product over HTTP.
 *
 * <p>Comes in: GET requests. Goes out: queries, and their answers as JSON. Never happens here: a look into a table.
 */
@NullMarked
package io.firstcome.query.stock.rest;

import org.jspecify.annotations.NullMarked;
