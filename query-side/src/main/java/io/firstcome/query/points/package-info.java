/** The view of a user's points: what the wallet holds, and how it came to that. */
@NullMarked
package io.firstcome.query.points;

import org.jspecify.annotations.NullMarked;
