/**
 * Why an application does not start.
 *
 * <p>Comes in: a setting that would not be safe. Goes out: one sentence for the operator. Never happens here: the check
 * itself, which belongs to the package that has the setting.
 */
@NullMarked
package io.firstcome.web.start;

import org.jspecify.annotations.NullMarked;
