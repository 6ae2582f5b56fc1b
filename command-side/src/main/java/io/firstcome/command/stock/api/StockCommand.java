package io.firstcome.command.stock.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one stock. */
public sealed interface StockCommand extends AggregateCommand {

    StockId stockId();

    @Override
    default String aggregateId() {
        return stockId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return StockErrorCode.PRODUCT_NOT_FOUND;
    }

    /**
     * Lets a product be ordered. Emits {@code StockOpened}; said again it does nothing.
     *
     * @param offers one or more, of different options
     */
    record OpenStock(
            @TargetAggregateIdentifier StockId stockId,
            List<Offer> offers,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            @Nullable Integer limitPerUser,
            Instant at)
            implements StockCommand {

        public OpenStock {
            offers = List.copyOf(offers);
            if (offers.isEmpty()) {
                throw new IllegalArgumentException("offers are one or more");
            }
        }

        /** The stock of a product, as it was put into the catalogue. */
        public OpenStock(ProductCreated created) {
            this(
                    StockId.of(created.productId()),
                    created.skus().stream()
                            .map(sku -> new Offer(sku.skuId(), sku.price(), sku.quantity()))
                            .toList(),
                    created.saleFrom(),
                    created.saleUntil(),
                    created.limitPerUser(),
                    created.createdAt());
        }
    }

    /**
     * Adds pieces of an option. Answered with {@code StockReceived}; refused with {@code SKU_NOT_FOUND}.
     *
     * @param skuId null: the only option of the product
     * @param quantity 1 to {@value #MAX_QUANTITY}
     */
    record ReceiveStock(
            @TargetAggregateIdentifier StockId stockId,
            @Nullable SkuId skuId,
            int quantity,
            Instant at) implements StockCommand {

        public static final int MAX_QUANTITY = 100_000_000;

        public ReceiveStock {
            if (quantity < 1 || quantity > MAX_QUANTITY) {
                throw new IllegalArgumentException("quantity is 1 to " + MAX_QUANTITY);
            }
        }
    }

    /**
     * Reserves pieces for an order, all lines or none. Emits {@code StockHeld} or {@code StockHoldRefused}; said again for the
     * same hold, also when it has ended since, it does nothing.
     *
     * @param lines one or more; lines of the same option count together
     */
    record HoldStock(
            @TargetAggregateIdentifier StockId stockId,
            HoldId holdId,
            OrderId orderId,
            UserId userId,
            List<StockLine> lines,
            Instant heldUntil,
            Instant at)
            implements StockCommand {

        public HoldStock {
            lines = List.copyOf(lines);
            StockLines.requireValid(lines);
        }
    }

    /**
     * Ends a reservation that is not paid. Emits {@code StockReleased}: without lines when the reservation was not asked for yet, which then
     * never holds anything. When it was refused, sold or released before it does nothing.
     */
    record ReleaseStock(
            @TargetAggregateIdentifier StockId stockId, HoldId holdId, OrderId orderId, UserId userId, Instant at)
            implements StockCommand {}

    /** Turns a reservation into a sale. Emits {@code StockSold}; when it is not held (any more) it does nothing. */
    record SellStock(@TargetAggregateIdentifier StockId stockId, HoldId holdId, Instant at) implements StockCommand {}

    /**
     * Takes sold pieces back. Emits {@code StockReturned}; said again for the same hold it does nothing, nor for one that held
     * nothing. A hold that is not sold yet is released: {@code StockReleased}.
     *
     * @param lines one or more, those that were sold
     */
    record ReturnStock(
            @TargetAggregateIdentifier StockId stockId,
            HoldId holdId,
            OrderId orderId,
            UserId userId,
            List<StockLine> lines,
            Instant at)
            implements StockCommand {

        public ReturnStock {
            lines = List.copyOf(lines);
            StockLines.requireValid(lines);
        }
    }

    /** Ends the sale. Emits {@code SaleClosed}; said again it does nothing. */
    record CloseSale(@TargetAggregateIdentifier StockId stockId, Instant at) implements StockCommand {

        /** The end of the sale of a product that was taken off it. */
        public CloseSale(ProductWithdrawn withdrawn) {
            this(StockId.of(withdrawn.productId()), withdrawn.withdrawnAt());
        }
    }

    /**
     * Lets an option be pre-ordered. Answered with {@code PreOrderOpened}; refused with {@code PRE_ORDER_EXISTS} while there is
     * one, {@code SKU_NOT_FOUND}.
     *
     * @param skuId null: the only option of the product
     * @param quantity 1 to {@value #MAX_QUANTITY}, apart from the normal stock, one piece a user
     * @param until the first instant at which it can no longer be pre-ordered, later than {@code from}
     */
    record OpenPreOrder(
            @TargetAggregateIdentifier StockId stockId,
            @Nullable SkuId skuId,
            int quantity,
            Instant from,
            Instant until,
            Instant at)
            implements StockCommand {

        public static final int MAX_QUANTITY = 100_000_000;

        public OpenPreOrder {
            if (quantity < 1 || quantity > MAX_QUANTITY) {
                throw new IllegalArgumentException("quantity is 1 to " + MAX_QUANTITY);
            }
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("until is later than from");
            }
        }
    }

    /**
     * Answered with how many pieces can still be had, a {@code Long}: those that are available, and those that are held and may come
     * back. None when the sale is over.
     */
    record CountStock(@TargetAggregateIdentifier StockId stockId, Instant at) implements StockCommand {}

    /**
     * Ends a pre-order; what is pre-ordered stays so. Answered with {@code PreOrderCancelled}; refused with
     * {@code PRE_ORDER_NOT_FOUND}, {@code SKU_NOT_FOUND}.
     *
     * @param skuId null: the only option of the product
     */
    record CancelPreOrder(
            @TargetAggregateIdentifier StockId stockId,
            @Nullable SkuId skuId,
            Instant at) implements StockCommand {}
}
