package io.firstcome.events.stock;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.SkuId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one stock. */
public sealed interface StockEvent {

    StockId stockId();

    /**
     * The product can be ordered from now on, within its sale window.
     *
     * @param saleFrom the first instant of the sale; null: at once
     * @param saleUntil the first instant after it; null: no end
     * @param limitPerUser how many pieces one user may have held and bought together; null: no limit
     */
    @Revision("1")
    record StockOpened(
            StockId stockId,
            List<Offer> offers,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            @Nullable Integer limitPerUser,
            Instant openedAt)
            implements StockEvent {}

    /**
     * More pieces of an option came in.
     *
     * @param quantity 1 or more
     */
    @Revision("1")
    record StockReceived(StockId stockId, SkuId skuId, int quantity, Instant receivedAt) implements StockEvent {}

    /**
     * Pieces are reserved for an order.
     *
     * @param lines one for each option, pre-ordered ones apart
     * @param heldUntil when they are to be free again unless they are paid
     */
    @Revision("1")
    record StockHeld(
            StockId stockId,
            HoldId holdId,
            OrderId orderId,
            UserId userId,
            List<HeldLine> lines,
            Instant heldUntil,
            Instant heldAt)
            implements StockEvent, AboutUser {}

    /** An order asked for pieces and gets none of this product. The order must know. */
    @Revision("1")
    record StockHoldRefused(
            StockId stockId, HoldId holdId, OrderId orderId, UserId userId, HoldRefusal reason, Instant refusedAt)
            implements StockEvent, AboutUser {}

    /**
     * A reservation ended: its pieces are available again.
     *
     * @param lines what it held; none when its order ended before this stock was asked, or could answer
     */
    @Revision("1")
    record StockReleased(
            StockId stockId, HoldId holdId, OrderId orderId, UserId userId, List<HeldLine> lines, Instant releasedAt)
            implements StockEvent, AboutUser {}

    /** A reservation was paid: its pieces left the stock. */
    @Revision("1")
    record StockSold(
            StockId stockId, HoldId holdId, OrderId orderId, UserId userId, List<HeldLine> lines, Instant soldAt)
            implements StockEvent, AboutUser {}

    /** Sold pieces came back and are available again. */
    @Revision("1")
    record StockReturned(
            StockId stockId, HoldId holdId, OrderId orderId, UserId userId, List<StockLine> lines, Instant returnedAt)
            implements StockEvent, AboutUser {}

    /** The product is no longer sold. Reservations stay. */
    @Revision("1")
    record SaleClosed(StockId stockId, Instant closedAt) implements StockEvent {}

    /**
     * An option can be pre-ordered, from a quantity apart from the normal stock, one piece a user.
     *
     * @param quantity 1 or more
     * @param until the first instant at which it can no longer be pre-ordered
     */
    @Revision("1")
    record PreOrderOpened(StockId stockId, SkuId skuId, int quantity, Instant from, Instant until, Instant openedAt)
            implements StockEvent {}

    /** An option can no longer be pre-ordered. What is pre-ordered stays so. */
    @Revision("1")
    record PreOrderCancelled(StockId stockId, SkuId skuId, Instant cancelledAt) implements StockEvent {}
}
