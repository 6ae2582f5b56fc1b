/** Tests of the reconciliation. */
@NullMarked
package io.firstcome.query.reconciliation.readmodel;

import org.jspecify.annotations.NullMarked;
