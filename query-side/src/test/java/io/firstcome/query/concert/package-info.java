@NullMarked
package io.firstcome.query.concert;

import org.jspecify.annotations.NullMarked;
