package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.NotPublished;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one order. */
public sealed interface OrderEvent {

    OrderId orderId();

    /**
     * A buyer asked for pieces; nothing is held yet. Status PENDING.
     *
     * @param lines one for each option, pre-ordered ones apart
     * @param holdExpiresAt when the order expires unless it is paid
     * @param date whose seats they are; null: pieces of products
     */
    @Revision("1")
    record OrderPlaced(
            OrderId orderId,
            UserId userId,
            List<OrderLine> lines,
            @NotPublished @Nullable String address,
            Instant holdExpiresAt,
            @Nullable OrderedDate date,
            Instant placedAt)
            implements OrderEvent, AboutUser {

        /** Of pieces of products. */
        public OrderPlaced(
                OrderId orderId,
                UserId userId,
                List<OrderLine> lines,
                @Nullable String address,
                Instant holdExpiresAt,
                Instant placedAt) {
            this(orderId, userId, lines, address, holdExpiresAt, null, placedAt);
        }
    }

    /**
     * The lines of one product are held; the stocks of others have not answered yet. Status PENDING.
     *
     * <p>The last answer is {@link OrderConfirmed} instead, so an order of one product never has this event.
     *
     * @param lines those of the product, with the prices at which they are held
     */
    @Revision("1")
    record OrderLinesHeld(OrderId orderId, UserId userId, List<PricedLine> lines, Instant heldAt)
            implements OrderEvent, AboutUser {}

    /**
     * All lines are held. Status AWAITING_PAYMENT.
     *
     * @param amount the lines together
     * @param shippingFee comes on top
     */
    @Revision("1")
    record OrderConfirmed(
            OrderId orderId,
            UserId userId,
            List<PricedLine> lines,
            long amount,
            long shippingFee,
            Instant holdExpiresAt,
            Instant confirmedAt)
            implements OrderEvent, AboutUser {}

    /**
     * A line could not be held, so none is. Status REJECTED.
     *
     * @param seats of a concert: those that are the reason, taken by others or not there; null: it was no seat
     */
    @Revision("1")
    record OrderRejected(
            OrderId orderId,
            UserId userId,
            HoldRefusal reason,
            @Nullable List<Integer> seats,
            Instant rejectedAt) implements OrderEvent, AboutUser {

        /** Not for a seat. */
        public OrderRejected(OrderId orderId, UserId userId, HoldRefusal reason, Instant rejectedAt) {
            this(orderId, userId, reason, null, rejectedAt);
        }
    }

    /**
     * A payment of the order began; until it is decided no other begins.
     *
     * @param amount what the lines cost
     * @param shippingFee comes on top; a coupon does not touch it
     * @param coupon the piece that was chosen; null: none. {@code CouponRedeemed} tells which one is redeemed
     * @param points for CARD: how many points to spend beside the card
     * @param paymentKey for CARD: the gateway's name of the buyer's checkout
     */
    @Revision("1")
    record OrderPaymentStarted(
            OrderId orderId,
            UserId userId,
            PaymentId paymentId,
            long amount,
            long shippingFee,
            @Nullable CouponPiece coupon,
            PaymentMethod method,
            long points,
            @NotPublished @Nullable String paymentKey,
            Instant startedAt)
            implements OrderEvent, AboutUser {}

    /** The payment did not begin. The order waits for another. */
    @Revision("1")
    record OrderPaymentRefused(
            OrderId orderId, UserId userId, PaymentId paymentId, PaymentRefusal reason, Instant refusedAt)
            implements OrderEvent, AboutUser {}

    /**
     * The order is paid. Status PAID.
     *
     * @param paid what was paid, after the discount
     * @param holdId the reservation that is sold: another than the first after a late approval
     */
    @Revision("1")
    record OrderPaid(
            OrderId orderId,
            UserId userId,
            PaymentId paymentId,
            List<OrderLine> lines,
            HoldId holdId,
            long paid,
            long discount,
            Instant paidAt)
            implements OrderEvent, AboutUser {}

    /**
     * A payment was approved after the order had expired or was cancelled. It is completed or given back.
     *
     * @param expired whether the order had expired, and may be completed when stock is left; else it was cancelled
     */
    @Revision("1")
    record OrderPaymentLate(
            OrderId orderId,
            UserId userId,
            PaymentId paymentId,
            List<OrderLine> lines,
            long paid,
            long discount,
            boolean expired,
            Instant approvedAt)
            implements OrderEvent, AboutUser {}

    /**
     * The order ended. Status CANCELLED.
     *
     * @param paymentId the payment that is to be given back; null: it was not paid
     * @param holdId the reservation of the paid order that is to be restocked; null: it was not paid
     */
    @Revision("1")
    record OrderCancelled(
            OrderId orderId,
            UserId userId,
            CancelReason reason,
            @Nullable PaymentId paymentId,
            @Nullable HoldId holdId,
            List<OrderLine> lines,
            Instant cancelledAt)
            implements OrderEvent, AboutUser {}

    /** The order was not paid in time. Status EXPIRED. */
    @Revision("1")
    record OrderExpired(OrderId orderId, UserId userId, Instant expiredAt) implements OrderEvent, AboutUser {}

    /** The order was sent. Status SHIPPED. */
    @Revision("1")
    record OrderShipped(OrderId orderId, UserId userId, PaymentId paymentId, Instant shippedAt)
            implements OrderEvent, AboutUser {}

    /** The order arrived. Status DELIVERED. */
    @Revision("1")
    record OrderDelivered(OrderId orderId, UserId userId, Instant deliveredAt) implements OrderEvent, AboutUser {}

    /** The buyer sent a delivered order back: it is to be restocked, and its payment given back. */
    @Revision("1")
    record OrderReturned(
            OrderId orderId,
            UserId userId,
            PaymentId paymentId,
            HoldId holdId,
            List<OrderLine> lines,
            Instant returnedAt)
            implements OrderEvent, AboutUser {}

    /**
     * Money of the order's payment is to be given back. A whole refund of an order that was not sent ends it: status CANCELLED.
     *
     * @param amount how much
     * @param whole whether that is all that is left
     * @param holdId the reservation that is to be restocked, because the order ends by this; null: none
     */
    @Revision("1")
    record OrderRefundStarted(
            OrderId orderId,
            UserId userId,
            PaymentId paymentId,
            RefundId refundId,
            long amount,
            boolean whole,
            @NotPublished String reason,
            @Nullable HoldId holdId,
            List<OrderLine> lines,
            Instant startedAt)
            implements OrderEvent, AboutUser {}

    /**
     * The card gateway refused to give money of the order back.
     *
     * @param amount the part by card that was not given back
     * @param owed whether the order has ended, so that the amount is owed to the buyer and can be asked for again
     * @param gatewayCode what the gateway said
     */
    @Revision("1")
    record OrderRefundFailed(
            OrderId orderId,
            UserId userId,
            PaymentId paymentId,
            RefundId refundId,
            long amount,
            boolean owed,
            String gatewayCode,
            Instant failedAt)
            implements OrderEvent, AboutUser {}

    /**
     * All that was paid is given back. Status REFUNDED.
     *
     * @param restock whether its pieces never left and were not restocked yet
     * @param holdId the reservation that was sold; null: none, the payment came late
     */
    @Revision("1")
    record OrderRefunded(
            OrderId orderId,
            UserId userId,
            PaymentId paymentId,
            @Nullable HoldId holdId,
            List<OrderLine> lines,
            boolean restock,
            Instant refundedAt)
            implements OrderEvent, AboutUser {}
}
