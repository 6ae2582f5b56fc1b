package io.firstcome.command.order.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.Texts;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderedDate;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one order. */
public sealed interface OrderCommand extends AggregateCommand {

    OrderId orderId();

    @Override
    default String aggregateId() {
        return orderId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return OrderErrorCode.ORDER_NOT_FOUND;
    }

    /**
     * Asks for pieces of products, or for seats of one date. Answered with {@code OrderPlaced}; refused with {@code ORDER_EXISTS},
     * {@code PRODUCT_NOT_FOUND} and {@code DATE_NOT_FOUND}.
     *
     * <p>Whether the products, or the date, exist is looked up before the command is sent, but the order refuses it: so the rejection is
     * stored under the client's key like any other, and a product that is created later does not change the outcome.
     *
     * @param lines 1 to {@value #MAX_LINES}, each of 1 to {@value #MAX_QUANTITY} pieces; lines of the same option become one, where
     *     the first of them stood
     * @param address not blank, at most {@value #MAX_ADDRESS_LENGTH} characters; null: none
     * @param unknownProduct one of the products that does not exist, or what seats have for one; null: all exist
     * @param holdExpiresAt when the order expires unless it is paid, later than {@code at}
     * @param date whose seats they are; null: pieces of products, or seats of a date that does not exist
     */
    record PlaceOrder(
            @TargetAggregateIdentifier OrderId orderId,
            UserId userId,
            List<OrderLine> lines,
            @Nullable String address,
            @Nullable ProductId unknownProduct,
            Instant holdExpiresAt,
            @Nullable OrderedDate date,
            Instant at)
            implements OrderCommand {

        public static final int MAX_LINES = 100;
        public static final int MAX_QUANTITY = 10_000;
        public static final int MAX_ADDRESS_LENGTH = 500;

        public PlaceOrder {
            OrderLines.requireValid(lines);
            if (address != null && (address.isBlank() || Texts.length(address) > MAX_ADDRESS_LENGTH)) {
                throw new IllegalArgumentException(
                        "address is not blank and has at most " + MAX_ADDRESS_LENGTH + " characters");
            }
            if (!holdExpiresAt.isAfter(at)) {
                throw new IllegalArgumentException("holdExpiresAt is later than the order");
            }
            lines = OrderLine.merged(lines);
        }

        /** An order of products that all exist. */
        public PlaceOrder(
                OrderId orderId,
                UserId userId,
                List<OrderLine> lines,
                @Nullable String address,
                Instant holdExpiresAt,
                Instant at) {
            this(orderId, userId, lines, address, null, holdExpiresAt, null, at);
        }
    }

    /**
     * Tells that lines are held: those of one product, as its stock answered. Emits {@code OrderConfirmed} when all lines of the order
     * are held, else {@code OrderLinesHeld}. Idempotent; does nothing when the order is not PENDING.
     *
     * @param lines some of the order's lines, in any order, with the prices at which they are held, 0 or more
     * @param shipping what sending costs
     */
    record RecordHold(
            @TargetAggregateIdentifier OrderId orderId, List<PricedLine> lines, ShippingTerms shipping, Instant at)
            implements OrderCommand {

        public RecordHold {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("what is held is at least one line");
            }
            if (lines.stream().anyMatch(line -> line.unitPrice() < 0)) {
                throw new IllegalArgumentException("a price is 0 or more");
            }
        }
    }

    /**
     * Tells that a line could not be held. Emits {@code OrderRejected}; when the order is not PENDING it does nothing.
     *
     * @param seats those that are the reason; null: it was no seat
     */
    record RejectOrder(
            @TargetAggregateIdentifier OrderId orderId,
            HoldRefusal reason,
            @Nullable List<Integer> seats,
            Instant at) implements OrderCommand {}

    /**
     * Begins to pay an order. Answered with {@code OrderPaymentStarted}; refused with {@code ORDER_ALREADY_PAID},
     * {@code ORDER_EXPIRED}, {@code ORDER_NOT_PAYABLE}, {@code PAYMENT_IN_PROGRESS}, {@code COUPON_NOT_APPLICABLE}. Said again for the same payment, whatever became of
     * it, it does nothing and is answered with null.
     *
     * @param couponId the coupon of which a piece is to be redeemed; null: none
     * @param coupon that piece; null with a {@code couponId}: the buyer has none, and the order tells so in its turn
     * @param points for CARD: points to spend beside it, 0 or more
     * @param owner the user whose it must be; null: anyone's, for operators and processes
     */
    record StartPayment(
            @TargetAggregateIdentifier OrderId orderId,
            @Nullable UserId owner,
            PaymentId paymentId,
            @Nullable CouponId couponId,
            @Nullable CouponPiece coupon,
            PaymentMethod method,
            long points,
            @Nullable String paymentKey,
            Instant at)
            implements OrderCommand {

        public StartPayment {
            if (coupon != null && !coupon.couponId().equals(couponId)) {
                throw new IllegalArgumentException("the piece is of the coupon");
            }
            if (points < 0 || (method == PaymentMethod.POINT && points != 0)) {
                throw new IllegalArgumentException("points go with CARD and are 0 or more");
            }
            if ((method == PaymentMethod.CARD) == (paymentKey == null)) {
                throw new IllegalArgumentException("paymentKey goes with CARD, and CARD with it");
            }
        }

        /** With that piece of its coupon; null: without one. */
        public StartPayment(
                OrderId orderId,
                @Nullable UserId owner,
                PaymentId paymentId,
                @Nullable CouponPiece coupon,
                PaymentMethod method,
                long points,
                @Nullable String paymentKey,
                Instant at) {
            this(
                    orderId,
                    owner,
                    paymentId,
                    coupon == null ? null : coupon.couponId(),
                    coupon,
                    method,
                    points,
                    paymentKey,
                    at);
        }
    }

    /**
     * Tells that a payment did not begin. Emits {@code OrderPaymentRefused}; when that payment is not the current one it does nothing.
     */
    record RefusePayment(
            @TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, PaymentRefusal reason, Instant at)
            implements OrderCommand {}

    /**
     * Tells that a payment was approved. Emits {@code OrderPaid}, or {@code OrderPaymentLate} when the order has ended; said again
     * it does nothing.
     */
    record RecordPayment(
            @TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, long paid, long discount, Instant at)
            implements OrderCommand {

        public RecordPayment {
            if (paid < 0 || discount < 0) {
                throw new IllegalArgumentException("paid and discount are 0 or more");
            }
        }
    }

    /**
     * Completes an expired order whose stock could be held again. Emits {@code OrderPaid}; said again it does nothing.
     */
    record AcceptLatePayment(@TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, HoldId holdId, Instant at)
            implements OrderCommand {}

    /**
     * Tells that a payment was declined. Emits {@code OrderCancelled}; when the order has ended, or another payment is the current one, it does nothing.
     */
    record DeclineOrder(@TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, Instant at)
            implements OrderCommand {}

    /**
     * Ends an order before it is sent. Answered with {@code OrderCancelled}; refused with {@code ORDER_NOT_CANCELLABLE}.
     *
     * @param owner the user whose it must be; null: anyone's, for operators and processes
     */
    record CancelOrder(
            @TargetAggregateIdentifier OrderId orderId,
            @Nullable UserId owner,
            Instant at) implements OrderCommand {}

    /**
     * Tells that the time to pay is over. Emits {@code OrderExpired}; when the order is neither PENDING nor AWAITING_PAYMENT, or its time is not over, it does nothing.
     */
    record ExpireOrder(@TargetAggregateIdentifier OrderId orderId, Instant at) implements OrderCommand {}

    /** Tells that a paid order was sent. Answered with {@code OrderShipped}; refused with {@code ORDER_NOT_PAID}. */
    record ShipOrder(@TargetAggregateIdentifier OrderId orderId, Instant at) implements OrderCommand {}

    /** Tells that an order arrived. Answered with {@code OrderDelivered}; refused with {@code ORDER_NOT_SHIPPED}. */
    record DeliverOrder(@TargetAggregateIdentifier OrderId orderId, Instant at) implements OrderCommand {}

    /**
     * Sends an order back, up to {@link #PERIOD} after it arrived. Answered with {@code OrderReturned}; refused with
     * {@code ORDER_NOT_RETURNABLE}.
     *
     * @param owner the user whose it must be; null: anyone's, for operators and processes
     */
    record ReturnOrder(
            @TargetAggregateIdentifier OrderId orderId,
            @Nullable UserId owner,
            Instant at) implements OrderCommand {

        /** For how long after it arrived an order is taken back, this instant included. */
        public static final Duration PERIOD = Duration.ofDays(1);
    }

    /**
     * Asks for money of the order's payment back. Answered with {@code OrderRefundStarted}; the same refund said again is answered with
     * null. Refused with {@code NOT_REFUNDABLE} when the payment did not pay the order, less is left, or all is asked for: of an order
     * that was sent, or that is being given back already. A refund of all that an ended order is owed may be asked for again after the
     * gateway refused it.
     *
     * @param amount 1 or more; null: all that is left
     * @param owner the user whose it must be; null: anyone's, for operators
     */
    record StartRefund(
            @TargetAggregateIdentifier OrderId orderId,
            PaymentId paymentId,
            RefundId refundId,
            @Nullable Long amount,
            String reason,
            @Nullable UserId owner,
            Instant at)
            implements OrderCommand {}

    /**
     * Tells that the card gateway refused a refund. Emits {@code OrderRefundFailed}; said again it does nothing.
     *
     * @param card the part by card that was not given back
     * @param owed whether it had to come back: false when all that is left can still be asked back
     */
    record RecordRefundFailure(
            @TargetAggregateIdentifier OrderId orderId,
            PaymentId paymentId,
            RefundId refundId,
            long card,
            boolean owed,
            String gatewayCode,
            Instant at)
            implements OrderCommand {}

    /**
     * Tells that all that was paid is given back. Emits {@code OrderRefunded}; said again it does nothing.
     *
     * <p>It may come before {@link RecordPayment}. The order then was not paid for all it knows, and a reservation that is still held
     * is to be released, not restocked: so an order that awaits payment emits {@code OrderCancelled} first.
     */
    record RecordRefund(@TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, Instant at)
            implements OrderCommand {}
}
