@NullMarked
package io.firstcome.query.export;

import org.jspecify.annotations.NullMarked;
