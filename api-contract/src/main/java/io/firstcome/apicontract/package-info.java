/**
 * Judges answers by the OpenAPI document, for tests.
 *
 * <p>Comes in: the document, and what was asked and answered. Goes out: what the document does not allow. Never happens here: a
 * request; a change of the document.
 */
@NullMarked
package io.firstcome.apicontract;

import org.jspecify.annotations.NullMarked;
