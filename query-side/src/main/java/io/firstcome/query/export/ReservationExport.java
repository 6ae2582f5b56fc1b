package io.firstcome.query.export;

import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.processors.ProcessingGroupSource;
import io.firstcome.axon.processors.UnknownEvents;
import io.firstcome.axon.processors.ViewBatch;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.axon.processors.ViewDeadLetterQueues;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderId;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Posts each reservation that is paid or refunded to the data platform, in the order of the events of its order.
 *
 * <p>While the platform is away, the processor waits where it is. What the platform refuses becomes a dead letter, with all that follows
 * for the same reservation, until an operator has it retried. The position moves after a batch is taken, so what was taken just before
 * a crash is posted once more, under the same key.
 */
@DisallowReplay
@ProcessingGroup(ReservationExport.GROUP)
class ReservationExport implements ProcessingGroupSource {

    static final String GROUP = "reservation-export";

    private final ViewDeadLetterQueue deadLetters;
    private final ViewBatch<Change> batches;

    ReservationExport(ViewDeadLetterQueues queues, DataPlatform platform) {
        this.deadLetters = queues.queue(GROUP, SequentialPerAggregatePolicy.instance());
        this.batches = new ViewBatch<>(deadLetters, Change::message, changes -> post(changes, platform));
    }

    private record Change(ExportedReservation reservation, DomainEventMessage<?> message) {}

    @Override
    public ProcessingGroupDefinition processingGroup() {
        return ProcessingGroupDefinition.exporter(deadLetters);
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
        ExportedReservation.of(event, message.getIdentifier())
                .ifPresent(reservation -> batches.add(new Change(reservation, message)));
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, OrderId.TYPE);
    }

    private static void post(List<Change> changes, DataPlatform platform) {
        changes.forEach(change -> platform.post(change.reservation()));
    }
}
