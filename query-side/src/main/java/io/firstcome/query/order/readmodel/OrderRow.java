package io.firstcome.query.order.readmodel;

import io.firstcome.query.order.api.OrderItem;
import io.firstcome.query.order.api.OrderRefund;
import io.firstcome.query.order.api.OrderStatus;
import io.firstcome.query.order.api.OrderStep;
import io.firstcome.query.order.api.OrderView;
import io.firstcome.query.order.readmodel.OrderChange.Confirmed;
import io.firstcome.query.order.readmodel.OrderChange.MoneyReturned;
import io.firstcome.query.order.readmodel.OrderChange.MoneyTaken;
import io.firstcome.query.order.readmodel.OrderChange.Moved;
import io.firstcome.query.order.readmodel.OrderChange.Noted;
import io.firstcome.query.order.readmodel.OrderChange.PaymentBegun;
import io.firstcome.query.order.readmodel.OrderChange.PaymentRefused;
import io.firstcome.query.order.readmodel.OrderChange.Placed;
import io.firstcome.query.order.readmodel.OrderChange.RefundBegun;
import io.firstcome.query.order.readmodel.OrderChange.RefundFailed;
import io.firstcome.query.writing.Positioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code order_view}. {@link OrderView} says what the fields mean. */
final class OrderRow implements Positioned {

    final String orderId;
    final String userId;
    final @Nullable String address;
    final Instant placedAt;
    final long placedPosition;

    OrderStatus status = OrderStatus.PENDING;

    @Nullable
    Long amount;

    @Nullable
    Long shippingFee;

    long discount;
    long paid;
    long refunded;

    @Nullable
    OrderRefund refund;

    @Nullable
    String paymentId;

    @Nullable
    String reason;

    Instant holdExpiresAt;
    long version;
    long position;

    /** What the changes of this batch add to the other tables. */
    final List<Step> steps = new ArrayList<>();

    final List<Line> lines = new ArrayList<>();

    /** An entry of the history: the event at this position brought the order to this status. */
    record Step(String orderId, long position, OrderStatus status, Instant at) {}

    /** A line of the order, the first is 0. When it comes again, it has a price. */
    record Line(String orderId, int number, OrderItem item) {}

    OrderRow(
            String orderId,
            String userId,
            @Nullable String address,
            Instant placedAt,
            Instant holdExpiresAt,
            long placedPosition) {
        this.orderId = orderId;
        this.userId = userId;
        this.address = address;
        this.placedAt = placedAt;
        this.holdExpiresAt = holdExpiresAt;
        this.placedPosition = placedPosition;
    }

    static OrderRow of(Placed placed) {
        OrderRow row = new OrderRow(
                placed.orderId(),
                placed.userId(),
                placed.address(),
                placed.at(),
                placed.holdExpiresAt(),
                placed.origin().position());
        row.version = placed.origin().version();
        row.position = placed.origin().position();
        row.addLines(placed.items());
        row.come(OrderStatus.PENDING, placed.at());
        return row;
    }

    void add(OrderChange change) {
        position = change.origin().position();
        if (!(change instanceof MoneyReturned)) {
            // The version is that of the order, and that news comes from its payment.
            version = change.origin().version();
        }
        switch (change) {
            case Placed placed -> throw new IllegalStateException("The order is placed twice");
            case Confirmed confirmed -> confirm(confirmed);
            case PaymentBegun begun -> paymentId = begun.paymentId();
            case PaymentRefused refused -> paymentId = null;
            case MoneyTaken taken -> take(taken);
            case Moved moved -> move(moved);
            case RefundBegun begun -> beginRefund();
            case RefundFailed failed ->
                refund = new OrderRefund(OrderRefund.Status.FAILED, failed.amount(), failed.gatewayCode());
            case MoneyReturned returned -> giveBack(returned.refunded());
            case Noted noted -> {}
        }
    }

    private void come(OrderStatus next, Instant at) {
        status = next;
        steps.add(new Step(orderId, position, next, at));
    }

    private void addLines(List<OrderItem> items) {
        for (int i = 0; i < items.size(); i++) {
            lines.add(new Line(orderId, i, items.get(i)));
        }
    }

    private void confirm(Confirmed change) {
        come(OrderStatus.AWAITING_PAYMENT, change.at());
        addLines(change.items());
        amount = change.amount();
        shippingFee = change.shippingFee();
        holdExpiresAt = change.holdExpiresAt();
    }

    private void take(MoneyTaken change) {
        paymentId = change.paymentId();
        paid = change.paid();
        discount = change.discount();
        if (!change.late()) {
            come(OrderStatus.PAID, change.at());
        }
    }

    private void move(Moved change) {
        come(change.status(), change.at());
        if (change.reason() != null) {
            reason = change.reason();
        }
        if (change.refunding()) {
            beginRefund();
        }
        if (status == OrderStatus.REFUNDED) {
            giveBack(paid);
            refund = new OrderRefund(OrderRefund.Status.REFUNDED, paid, null);
        }
    }

    /** What was refused is asked for again, or all that is left for the first time. */
    private void beginRefund() {
        long left = refund == null ? paid - refunded : refund.amount();
        refund = new OrderRefund(OrderRefund.Status.STARTED, left, null);
    }

    /** The news of the refund may come before that of the payment. */
    private void giveBack(long all) {
        paid = Math.max(paid, all);
        refunded = all;
    }

    @Override
    public long position() {
        return position;
    }

    OrderView view(List<OrderItem> items, List<OrderStep> history) {
        return new OrderView(
                orderId,
                userId,
                status,
                items,
                amount,
                shippingFee,
                discount,
                paid,
                refunded,
                refund,
                paymentId,
                address,
                reason,
                holdExpiresAt,
                placedAt,
                placedPosition,
                version,
                history);
    }
}
