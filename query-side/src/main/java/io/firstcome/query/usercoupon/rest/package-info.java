/**
 * Questions about the coupons of a user over HTTP.
 *
 * <p>Comes in: GET requests. Goes out: queries, and their answers as JSON. Never happens here: a look into a table.
 */
@NullMarked
package io.firstcome.query.usercoupon.rest;

import org.jspecify.annotations.NullMarked;
