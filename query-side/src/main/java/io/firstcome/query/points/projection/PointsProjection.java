package io.firstcome.query.points.projection;

import io.firstcome.axon.processing.Batches;
import io.firstcome.axon.processing.Origin;
import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.wallet.WalletEvent;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import io.firstcome.query.points.api.PointsEntryType;
import io.firstcome.query.points.readmodel.PointsChange;
import io.firstcome.query.points.readmodel.PointsTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps tables {@code wallet_view} and {@code wallet_history_view}. */
@Component
@ProcessingGroup(PointsProjection.GROUP)
class PointsProjection {

    static final String GROUP = "points";

    private final PointsTable table;
    private final Batches<PointsChange> changes;

    PointsProjection(PointsTable table, @Qualifier("parkedOfPoints") ParkingQueue parked) {
        this.table = table;
        this.changes = new Batches<>(parked, table);
    }

    @EventHandler
    void on(WalletEvent event, DomainEventMessage<?> message) {
        changes.add(change(event, Origin.of(message)));
    }

    private static PointsChange change(WalletEvent event, Origin origin) {
        return switch (event) {
            case PointsCharged charged ->
                new PointsChange.Moved(
                        charged.userId().value(),
                        PointsEntryType.CHARGED,
                        charged.amount(),
                        charged.balance(),
                        null,
                        null,
                        charged.chargedAt(),
                        origin);
            case PointsSpent spent ->
                new PointsChange.Moved(
                        spent.userId().value(),
                        PointsEntryType.SPENT,
                        spent.amount(),
                        spent.balance(),
                        spent.orderId().value(),
                        spent.paymentId().value(),
                        spent.spentAt(),
                        origin);
            case PointsRefunded refunded ->
                new PointsChange.Moved(
                        refunded.userId().value(),
                        PointsEntryType.REFUNDED,
                        refunded.amount(),
                        refunded.balance(),
                        null,
                        refunded.paymentId().value(),
                        refunded.refundedAt(),
                        origin);
            case PointsSpendRefused refused ->
                new PointsChange.Noted(refused.userId().value(), refused.balance(), origin);
        };
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, WalletId.TYPE);
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
