/** What people see of concerts, their dates and the seats of these. */
@NullMarked
package io.firstcome.query.concert;

import org.jspecify.annotations.NullMarked;
