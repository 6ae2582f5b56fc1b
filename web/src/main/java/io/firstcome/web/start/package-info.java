/** Why an application does not start: one sentence for the operator. The check belongs to the package that has the setting. */
@NullMarked
package io.firstcome.web.start;

import org.jspecify.annotations.NullMarked;
