/** Tests of streams, with Spring's own emitters and the servlet API in memory. */
@NullMarked
package io.firstcome.web.stream;

import org.jspecify.annotations.NullMarked;
