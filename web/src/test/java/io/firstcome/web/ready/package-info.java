/** Tests of ready answers. */
@org.jspecify.annotations.NullMarked
package io.firstcome.web.ready;
