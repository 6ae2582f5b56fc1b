@NullMarked
package io.firstcome.web.uri;

import org.jspecify.annotations.NullMarked;
