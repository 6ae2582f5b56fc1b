package io.firstcome.query.reconciliation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.axon.eventstore.Micros;
import io.firstcome.events.AboutUser;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order, compared with its stocks, or with the date of its seats. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class OpenOrder implements OpenState {

    /** How far it is. */
    enum Stage {
        PENDING,
        AWAITING_PAYMENT,
        /** Paid or ended: it waits for nothing, and what was held for it must be sold or released. */
        DECIDED
    }

    /** What becomes of the pieces of one hold in one stock. */
    enum Step {
        HELD,
        TO_BE_SOLD,
        TO_BE_RETURNED
    }

    /** The pieces of one hold in the stock of one product, or the seats of one date, which is named in its place. */
    record Pieces(String holdId, String productId, Step step) {

        boolean areOf(HoldId hold, String product) {
            return holdId.equals(hold.value()) && productId.equals(product);
        }
    }

    private Stage stage = Stage.DECIDED;
    private long holdExpiresAt;

    /** The payment that has failed although the order still waits for its outcome. */
    private @Nullable String failedPayment;

    private List<Pieces> pieces = new ArrayList<>();

    @Override
    public void apply(AboutUser event) {
        switch (event) {
            case OrderPlaced placed -> {
                stage = Stage.PENDING;
                holdExpiresAt = Micros.of(placed.holdExpiresAt());
            }
            case OrderConfirmed confirmed -> stage = Stage.AWAITING_PAYMENT;
            case OrderPaymentRefused refused -> failedPayment = null;
            case OrderRejected rejected -> decide();
            case OrderExpired expired -> decide();
            case OrderPaid paid -> decide(paid.holdId(), paid.lines(), Step.TO_BE_SOLD);
            case OrderCancelled cancelled -> decide(cancelled.holdId(), cancelled.lines(), Step.TO_BE_RETURNED);
            case OrderRefundStarted started -> askBack(started);
            case OrderReturned returned -> decide(returned.holdId(), returned.lines(), Step.TO_BE_RETURNED);
            case OrderRefunded refunded ->
                decide(refunded.restock() ? refunded.holdId() : null, refunded.lines(), Step.TO_BE_RETURNED);
            case PaymentDeclined declined -> fail(declined.paymentId());
            case CouponRedemptionRefused refused -> fail(refused.paymentId());
            case StockHeld held -> hold(held.holdId(), held.stockId().value());
            case StockSold sold -> end(sold.holdId(), sold.stockId().value(), Step.TO_BE_RETURNED);
            case StockReleased released ->
                end(released.holdId(), released.stockId().value(), null);
            case StockReturned returned ->
                end(returned.holdId(), returned.stockId().value(), null);
            case SeatsHeld held -> hold(held.holdId(), held.dateId().value());
            case SeatsSold sold -> end(sold.holdId(), sold.dateId().value(), Step.TO_BE_RETURNED);
            case SeatsReleased released ->
                end(released.holdId(), released.dateId().value(), null);
            case SeatsReturned returned ->
                end(returned.holdId(), returned.dateId().value(), null);
            default -> throw new IllegalArgumentException("An order does not hear of " + event.getClass());
        }
    }

    /** A part of the money leaves the order as it is; all of it ends an order that was not sent. */
    private void askBack(OrderRefundStarted event) {
        if (event.holdId() != null) {
            decide(event.holdId(), event.lines(), Step.TO_BE_RETURNED);
        }
    }

    private void decide() {
        stage = Stage.DECIDED;
        failedPayment = null;
    }

    private void decide(@Nullable HoldId hold, List<OrderLine> lines, Step step) {
        decide();
        if (hold != null) {
            for (String product : lines.stream()
                    .map(line -> line.productId().value())
                    .distinct()
                    .toList()) {
                pieces.removeIf(there -> there.areOf(hold, product));
                pieces.add(new Pieces(hold.value(), product, step));
            }
        }
    }

    private void fail(PaymentId payment) {
        if (stage == Stage.AWAITING_PAYMENT) {
            failedPayment = payment.value();
        }
    }

    private void hold(HoldId hold, String product) {
        if (pieces.stream().noneMatch(there -> there.areOf(hold, product))) {
            pieces.add(new Pieces(hold.value(), product, Step.HELD));
        }
    }

    /** @param kept the step in which the pieces still wait for something */
    private void end(HoldId hold, String product, @Nullable Step kept) {
        pieces.removeIf(there -> there.areOf(hold, product) && there.step() != kept);
    }

    @Override
    public Set<DiscrepancyKind> kinds() {
        Set<DiscrepancyKind> kinds = EnumSet.noneOf(DiscrepancyKind.class);
        if (stage == Stage.PENDING) {
            kinds.add(DiscrepancyKind.ORDER_NOT_DECIDED);
        } else if (stage == Stage.AWAITING_PAYMENT) {
            kinds.add(failedPayment == null ? DiscrepancyKind.ORDER_NOT_EXPIRED : DiscrepancyKind.PAYMENT_NOT_RECORDED);
        } else {
            pieces.forEach(there -> kinds.add(kindOf(there.step())));
        }
        return kinds;
    }

    private static DiscrepancyKind kindOf(Step step) {
        return switch (step) {
            case HELD -> DiscrepancyKind.STOCK_NOT_RELEASED;
            case TO_BE_SOLD -> DiscrepancyKind.STOCK_NOT_SOLD;
            case TO_BE_RETURNED -> DiscrepancyKind.STOCK_NOT_RETURNED;
        };
    }

    /** The buyer has until the hold expires; everything else is the system's to do at once. */
    @Override
    public long since(long changedAt) {
        return stage == Stage.AWAITING_PAYMENT && failedPayment == null ? holdExpiresAt : changedAt;
    }

    @Override
    public @Nullable String paymentId() {
        return failedPayment;
    }

    @Override
    public List<String> productIds(DiscrepancyKind kind) {
        return pieces.stream()
                .filter(there -> stage == Stage.DECIDED && kindOf(there.step()) == kind)
                .map(Pieces::productId)
                .distinct()
                .toList();
    }
}
