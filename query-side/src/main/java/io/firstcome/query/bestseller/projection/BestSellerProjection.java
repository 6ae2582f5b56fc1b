package io.firstcome.query.bestseller.projection;

import io.firstcome.axon.processing.Batches;
import io.firstcome.axon.processing.Origin;
import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import io.firstcome.query.bestseller.readmodel.BestSellerChange;
import io.firstcome.query.bestseller.readmodel.BestSellerTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps what was sold on each day of UTC, all options and pre-orders together.
 *
 * <p>What comes back is taken from the day on which it comes back, so that the numbers of a day that is over never change.
 */
@Component
@ProcessingGroup(BestSellerProjection.GROUP)
class BestSellerProjection {

    static final String GROUP = "best-seller";

    private final BestSellerTable table;
    private final Batches<BestSellerChange> changes;

    BestSellerProjection(BestSellerTable table, @Qualifier("parkedOfBestSeller") ParkingQueue parked) {
        this.table = table;
        this.changes = new Batches<>(parked, table);
    }

    @EventHandler
    void on(ProductCreated event, DomainEventMessage<?> message) {
        changes.add(new BestSellerChange.Named(event.productId().value(), event.name(), Origin.of(message)));
    }

    @EventHandler
    void on(ProductWithdrawn event, DomainEventMessage<?> message) {
        changes.add(new BestSellerChange.Withdrawn(event.productId().value(), Origin.of(message)));
    }

    @EventHandler
    void on(StockSold event, DomainEventMessage<?> message) {
        add(
                event.stockId(),
                event.soldAt(),
                event.lines().stream().mapToLong(HeldLine::quantity).sum(),
                message);
    }

    @EventHandler
    void on(StockReturned event, DomainEventMessage<?> message) {
        long returned = event.lines().stream().mapToLong(StockLine::quantity).sum();
        add(event.stockId(), event.returnedAt(), -returned, message);
    }

    private void add(StockId stock, Instant at, long pieces, DomainEventMessage<?> message) {
        long day = LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
        changes.add(new BestSellerChange.Sold(stock.value(), day, pieces, Origin.of(message)));
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, ProductId.TYPE);
        UnknownEvents.refuse(message, StockId.TYPE);
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
