package io.firstcome.query.order.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;
import io.firstcome.query.order.api.OrderItem;
import io.firstcome.query.order.api.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event changes in the view of its order. */
public sealed interface OrderChange extends Change {

    String orderId();

    /** The order exists. */
    record Placed(
            String orderId,
            String userId,
            List<OrderItem> items,
            @Nullable String address,
            Instant holdExpiresAt,
            Instant at,
            Origin origin)
            implements OrderChange {}

    /** Its stock is held, so it has a price. */
    record Confirmed(
            String orderId,
            List<OrderItem> items,
            long amount,
            long shippingFee,
            Instant holdExpiresAt,
            Instant at,
            Origin origin)
            implements OrderChange {}

    /** A payment began. */
    record PaymentBegun(String orderId, String paymentId, Origin origin) implements OrderChange {}

    /** The payment did not begin after all. */
    record PaymentRefused(String orderId, Origin origin) implements OrderChange {}

    /**
     * Money came in.
     *
     * @param late whether the order had ended by then; it is completed or given back after this
     */
    record MoneyTaken(
            String orderId, String paymentId, long paid, long discount, boolean late, Instant at, Origin origin)
            implements OrderChange {}

    /**
     * It came to another status.
     *
     * @param reason why it was rejected or cancelled; null: it was not
     * @param refunding whether all that was paid is to be given back by this
     */
    record Moved(
            String orderId, OrderStatus status, @Nullable String reason, boolean refunding, Instant at, Origin origin)
            implements OrderChange {}

    /** All that is left of what was paid is to be given back; its status stays. */
    record RefundBegun(String orderId, Origin origin) implements OrderChange {}

    /**
     * The card gateway refused what is owed.
     *
     * @param amount how much of it
     */
    record RefundFailed(String orderId, long amount, String gatewayCode, Origin origin) implements OrderChange {}

    /**
     * Money was given back: news from the payment, not from the order.
     *
     * @param refunded all that was given back by now
     */
    record MoneyReturned(String orderId, long refunded, Origin origin) implements OrderChange {}

    /** Something that the view does not show, but for the version. */
    record Noted(String orderId, Origin origin) implements OrderChange {}
}
