/** Tests of the routes of the fast path. */
@org.jspecify.annotations.NullMarked
package io.firstcome.web.fastpath;
