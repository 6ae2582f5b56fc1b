package io.firstcome.query.processor;

import io.firstcome.axon.eventstore.StoredEvents;
import io.firstcome.query.consistency.KnownUntil;
import io.firstcome.query.processor.ProcessorPositions.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** A view knows what has happened up to the first event that its processor has not handled. */
@Component
class StoredTimes implements KnownUntil {

    private final ProcessorPositions positions;
    private final StoredEvents stored;
    private final Clock clock;

    StoredTimes(ProcessorPositions positions, StoredEvents stored, Clock clock) {
        this.positions = positions;
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public Instant of(String processor) {
        // Read before the rest: what is stored after this instant does not matter.
        Instant now = clock.instant();
        long position = positions.all().getOrDefault(processor, Progress.NONE).position();
        return stored.between(position, Long.MAX_VALUE, List.of(), 1).stream()
                .map(EventMessage::getTimestamp)
                .filter(now::isAfter)
                .findFirst()
                .orElse(now);
    }
}
