/**
 * The published description of the API, made from the code.
 *
 * <p>Comes in: controllers and their annotations. Goes out: OpenAPI 3.1 with every status, code and example. Never happens
 * here: a hand-written description that the code can leave behind.
 */
@NullMarked
package io.firstcome.web.openapi;

import org.jspecify.annotations.NullMarked;
