/** The ETags of GETs. That of a command's answer is the aggregate's version alone: nobody asks for it again. */
@NullMarked
package io.firstcome.web.etag;

import org.jspecify.annotations.NullMarked;
