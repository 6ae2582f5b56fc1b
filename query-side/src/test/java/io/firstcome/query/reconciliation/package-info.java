/** Tests of the reconciliation. */
@NullMarked
package io.firstcome.query.reconciliation;

import org.jspecify.annotations.NullMarked;
