/** Orders and payments, compared with their stocks, coupons and wallets: what does not add up, and since when. */
@NullMarked
package io.firstcome.query.reconciliation;

import org.jspecify.annotations.NullMarked;
