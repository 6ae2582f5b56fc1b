package io.firstcome.query.payment.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment, true as of {@code version}. Ids are bare.
 *
 * @param amount what is to be paid, after the discount; before the coupon is redeemed, without it
 * @param discount what a coupon took off
 * @param points the part that is paid with points
 * @param card the part that is paid by card
 * @param refunded how much was given back
 * @param declinedBecause why there will be no money; null: it is not declined
 * @param gatewayCode what the card gateway said last; null: it did not have to
 * @param position the place of its beginning in commit order; greater is newer
 * @param version the sequence number of the last event of the payment that it contains; -1: it has none yet
 * @param refunds in the order in which they were started; empty in a list
 * @param history when it came to each status, in order; empty in a list
 */
public record PaymentView(
        String paymentId,
        String orderId,
        String userId,
        PaymentStatus status,
        long amount,
        long discount,
        long points,
        long card,
        long refunded,
        @Nullable String declinedBecause,
        @Nullable String gatewayCode,
        Instant requestedAt,
        long position,
        long version,
        List<PaymentRefund> refunds,
        List<PaymentStep> history) {

    public PaymentView {
        refunds = List.copyOf(refunds);
        history = List.copyOf(history);
    }
}
