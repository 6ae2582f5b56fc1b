package io.firstcome.query.payment.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;
import io.firstcome.query.payment.api.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one event changes in the view of its payment. */
public sealed interface PaymentChange extends Change {

    String paymentId();

    /**
     * Its order, or its coupon, told about it: news that is not the payment's own.
     */
    sealed interface FromOutside extends PaymentChange {}

    /**
     * An order began to be paid; the payment itself has not yet heard of it.
     *
     * @param amount without the discount
     */
    record Begun(String paymentId, String orderId, String userId, long amount, Instant at, Origin origin)
            implements FromOutside {}

    /** It does not come about. */
    record Refused(String paymentId, String reason, Instant at, Origin origin) implements FromOutside {}

    /** It is known how it is to be paid. */
    record Requested(
            String paymentId,
            String orderId,
            String userId,
            long amount,
            long discount,
            long points,
            long card,
            Instant at,
            Origin origin)
            implements PaymentChange {}

    /**
     * It came to another status, or was told the same again.
     *
     * @param reason why it was declined; null: it was not
     * @param gatewayCode what the card gateway said; null: nothing
     */
    record Decided(
            String paymentId,
            PaymentStatus status,
            @Nullable String reason,
            @Nullable String gatewayCode,
            Instant at,
            Origin origin)
            implements PaymentChange {}

    /**
     * A part is to be given back.
     *
     * @param byCard whether some of it is, by card
     */
    record RefundStarted(String paymentId, String refundId, long amount, boolean byCard, Instant at, Origin origin)
            implements PaymentChange {}

    /**
     * A part was given back.
     *
     * @param refunded all that was given back by now
     * @param whole whether that is all that was paid
     */
    record Refunded(
            String paymentId, String refundId, long amount, long refunded, boolean whole, Instant at, Origin origin)
            implements PaymentChange {}

    /**
     * The card gateway refused to give a part back.
     *
     * @param owed whether all was asked back, so that the buyer must get it
     */
    record RefundFailed(String paymentId, String refundId, String gatewayCode, boolean owed, Instant at, Origin origin)
            implements PaymentChange {}

    /** Something that the view does not show, but for the version. */
    record Noted(String paymentId, Origin origin) implements PaymentChange {}
}
