package io.firstcome.axon.processing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the changes that a batch of events makes to a view and writes them before the commit.
 *
 * <p>When the database refuses the data of a batch, the changes are written one by one: those that it still refuses, and
 * those that follow one of them in its sequence, are parked; the others are kept. When the database is away, the batch fails
 * as a whole and is tried again.
 */
public final class Batches<C extends Change> {

    private final ParkingQueue parking;
    private final ChangeWriter<C> writer;
    private final String name;

    public Batches(ParkingQueue parking, ChangeWriter<C> writer) {
        this.parking = parking;
        this.writer = writer;
        this.name = "changes of " + parking.group();
    }

    /** Adds what the event that is being handled changes. */
    public void add(C change) {
        PerBatch.of(name, this::open, changes -> {}).add(change);
    }

    private List<C> open() {
        List<C> changes = new ArrayList<>();
        parking.letters().beforeParking(() -> write(changes));
        return changes;
    }

    private void write(List<C> changes) {
        try {
            writer.writeAll(changes);
        } catch (RuntimeException e) {
            if (Faults.isTransient(e)) {
                throw e;
            }
            writeOrPark(changes);
        }
    }

    private void writeOrPark(List<C> changes) {
        Set<Object> stopped = new HashSet<>();
        for (C change : changes) {
            Object sequence = parking.sequenceOf(change.origin().message());
            if (stopped.contains(sequence)) {
                parking.park(change.origin().message(), null);
                continue;
            }
            try {
                writer.writeOne(change);
            } catch (RuntimeException e) {
                if (Faults.isTransient(e)) {
                    throw e;
                }
                parking.park(change.origin().message(), e);
                stopped.add(sequence);
            }
        }
    }
}
