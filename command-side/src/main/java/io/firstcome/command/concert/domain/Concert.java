package io.firstcome.command.concert.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.concert.api.ConcertCommand.CreateConcert;
import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.concert.ConcertEvent.ConcertCreated;
import io.firstcome.events.concert.ConcertId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A concert. Its dates, and who has which seat, are aggregates of their own. */
@Revision("1")
@AggregateRoot(type = ConcertId.TYPE)
public final class Concert {

    @AggregateIdentifier
    private @Nullable ConcertId concertId;

    /** For Axon, which then replays the events. */
    Concert() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ConcertCreated handle(CreateConcert command) {
        if (concertId != null) {
            throw new RejectedException(ConcertErrorCode.CONCERT_EXISTS);
        }
        ConcertCreated created = new ConcertCreated(
                command.concertId(), command.title(), command.artist(), command.venue(), command.at());
        apply(created);
        return created;
    }

    @EventSourcingHandler
    void on(ConcertCreated event) {
        concertId = event.concertId();
    }
}
