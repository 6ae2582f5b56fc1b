/**
 * What is generated from {@code docs/openapi.json}, without a server. In: the document's examples. The calls themselves are
 * made in {@code standalone}.
 */
@NullMarked
package io.firstcome.apiclient;

import org.jspecify.annotations.NullMarked;
