package io.firstcome.axon.store;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Makes a snapshot after a number of events that grows with the history: at least {@code floor}, and a tenth of all.
 *
 * <p>The snapshot of a coupon grows with its users. At a fixed distance all snapshots together cost the square of the
 * history; at a growing distance they cost in proportion to it, and a load still reads at most a tenth of it.
 */
public final class GrowingSnapshotTriggerDefinition implements SnapshotTriggerDefinition {

    private static final int SHARE = 10;

    private final Snapshotter snapshotter;
    private final int floor;

    /** @param floor the least events between two snapshots, 1 or more */
    public GrowingSnapshotTriggerDefinition(Snapshotter snapshotter, int floor) {
        this.snapshotter = snapshotter;
        this.floor = floor;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Trigger(snapshotter, aggregateType, floor);
    }

    @Override
    public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger trigger) {
        return prepareTrigger(aggregateType);
    }

    private static final class Trigger extends AbstractSnapshotTrigger {

        private final int floor;
        private long events;
        private long sequenceNumber;

        Trigger(Snapshotter snapshotter, Class<?> aggregateType, int floor) {
            super(snapshotter, aggregateType);
            this.floor = floor;
        }

        @Override
        public void eventHandled(EventMessage<?> message) {
            if (message instanceof DomainEventMessage<?> event) {
                sequenceNumber = event.getSequenceNumber();
            }
            super.eventHandled(message);
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
