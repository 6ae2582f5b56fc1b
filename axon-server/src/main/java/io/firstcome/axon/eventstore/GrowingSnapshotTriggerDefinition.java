package io.firstcome.axon.eventstore;

import java.util.function.BiConsumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a snapshot after a number of events that grows with the history: at least {@code floor}, and a tenth of all.
 *
 * <p>The snapshot of a coupon grows with its users. At a fixed distance all snapshots together cost the square of the
 * history; at a growing distance they cost in proportion to it, and a load still reads at most a tenth of it.
 *
 * <p>What stays in memory needs no snapshot but for the next start. One that is loaded again and again, because others take its place
 * in the cache, costs what it reads each time: a load that reads {@value #AFTER_LOADING} events, and a tenth of all, makes one.
 */
public final class GrowingSnapshotTriggerDefinition implements SnapshotTriggerDefinition {

    /** The least events of one load that are worth a snapshot. */
    static final int AFTER_LOADING = 16;

    private static final int SHARE = 10;

    private final Snapshotter snapshotter;
    private final int floor;
    private final BiConsumer<Class<?>, String> afterLoading;

    /** @param floor the least events between two snapshots, 1 or more */
    public GrowingSnapshotTriggerDefinition(Snapshotter snapshotter, int floor) {
        this(snapshotter, floor, (aggregateType, aggregateId) -> {});
    }

    /**
     * @param floor the least events between two snapshots, 1 or more
     * @param afterLoading gets the type and the id of an aggregate whose loading was worth a snapshot
     */
    public GrowingSnapshotTriggerDefinition(
            Snapshotter snapshotter, int floor, BiConsumer<Class<?>, String> afterLoading) {
        this.snapshotter = snapshotter;
        this.floor = floor;
        this.afterLoading = afterLoading;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Trigger(snapshotter, aggregateType, floor, afterLoading);
    }

    @Override
    public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger trigger) {
        return prepareTrigger(aggregateType);
    }

    private static final class Trigger extends AbstractSnapshotTrigger {

        private final Class<?> aggregateType;
        private final int floor;
        private final transient BiConsumer<Class<?>, String> afterLoading;
        private @Nullable String aggregateId;
        private long events;
        private long sequenceNumber;

        Trigger(Snapshotter snapshotter, Class<?> aggregateType, int floor, BiConsumer<Class<?>, String> afterLoading) {
            super(snapshotter, aggregateType);
            this.aggregateType = aggregateType;
            this.floor = floor;
            this.afterLoading = afterLoading;
        }

        @Override
        public void eventHandled(EventMessage<?> message) {
            if (message instanceof DomainEventMessage<?> event) {
                sequenceNumber = event.getSequenceNumber();
                aggregateId = event.getAggregateIdentifier();
            }
            super.eventHandled(message);
        }

        @Override
        public void initializationFinished() {
            super.initializationFinished();
            if (aggregateId != null && events >= Math.max(AFTER_LOADING, sequenceNumber / SHARE)) {
                afterLoading.accept(aggregateType, aggregateId);
            }
        }

        @Override
        protected boolean exceedsThreshold() {
            return ++events >= Math.max(floor, sequenceNumber / SHARE);
        }

        @Override
        protected void reset() {
            events = 0;
        }
    }
}
