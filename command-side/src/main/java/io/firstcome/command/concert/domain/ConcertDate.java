package io.firstcome.command.concert.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.compact.Holds;
import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeyToIntTable;
import io.firstcome.command.concert.api.DateCommand.CountSeats;
import io.firstcome.command.concert.api.DateCommand.HoldSeats;
import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.command.concert.api.DateCommand.ReleaseSeats;
import io.firstcome.command.concert.api.DateCommand.ReturnSeats;
import io.firstcome.command.concert.api.DateCommand.SellSeats;
import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * One date of a concert, and who has which of its seats.
 *
 * <p>Always: a seat is free, or one order's. A hold is decided once, whatever became of it. An order's seats are held together or not
 * at all.
 */
@Revision("1")
@AggregateRoot(type = DateId.TYPE)
public final class ConcertDate {

    @AggregateIdentifier
    private @Nullable DateId dateId;

    private SeatPlan plan = new SeatPlan();
    private Holds<SeatHold> holds = new Holds<>();
    private @Nullable Instant saleFrom;
    private @Nullable Instant saleEnd;
    private int limitPerUser;

    /** What each user has held and bought, less what came back. */
    private KeyToIntTable seatsOfUsers = new KeyToIntTable();

    /** For Axon, which then replays the events. */
    ConcertDate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    DateOpened handle(OpenDate command) {
        if (dateId != null) {
            throw new RejectedException(ConcertErrorCode.DATE_EXISTS);
        }
        if (!command.isConcertKnown()) {
            throw new RejectedException(ConcertErrorCode.CONCERT_NOT_FOUND);
        }
        DateOpened opened = new DateOpened(
                command.dateId(),
                command.concertId(),
                command.startsAt(),
                command.saleFrom(),
                command.saleUntil(),
                command.limitPerUser(),
                command.holdMinutes(),
                command.grades(),
                command.at());
        apply(opened);
        return opened;
    }

    @CommandHandler
    void handle(HoldSeats command) {
        if (holds.isDecided(command.holdId().value())) {
            return;
        }
        SeatRefusal refusal = refusalOf(command);
        if (refusal != null) {
            apply(new SeatsRefused(
                    command.dateId(),
                    command.holdId(),
                    command.orderId(),
                    command.userId(),
                    refusal.reason(),
                    refusal.seats(),
                    command.at()));
        } else {
            apply(new SeatsHeld(
                    command.dateId(),
                    command.holdId(),
                    command.orderId(),
                    command.userId(),
                    plan.priced(command.seats()),
                    command.heldUntil(),
                    command.at()));
        }
    }

    /** That the user has too many goes before that a seat is taken: who has theirs already is told so. */
    private @Nullable SeatRefusal refusalOf(HoldSeats command) {
        List<Integer> unknown =
                command.seats().stream().filter(seat -> !plan.has(seat)).toList();
        if (!unknown.isEmpty()) {
            return new SeatRefusal(HoldRefusal.SEAT_NOT_FOUND, unknown);
        }
        if (!isOnSaleAt(command.at())) {
            return new SeatRefusal(HoldRefusal.SALE_NOT_OPEN);
        }
        Key user = Key.of(command.userId().value());
        if (seatsOfUsers.get(user) + command.seats().size() > limitPerUser) {
            return new SeatRefusal(HoldRefusal.LIMIT_PER_USER);
        }
        List<Integer> taken = command.seats().stream().filter(plan::isTaken).toList();
        return taken.isEmpty() ? null : new SeatRefusal(HoldRefusal.SEAT_TAKEN, taken);
    }

    @CommandHandler
    long handle(CountSeats command) {
        if (!command.at().isBefore(Objects.requireNonNull(saleEnd))) {
            return 0;
        }
        return plan.free()
                + holds.allOpen().stream()
                        .mapToLong(hold -> hold.seats().size())
                        .sum();
    }

    private boolean isOnSaleAt(Instant instant) {
        return (saleFrom == null || !instant.isBefore(saleFrom)) && instant.isBefore(Objects.requireNonNull(saleEnd));
    }

    /** A hold that is asked for later, say by a step that was dead-lettered, must hold nothing for an order that has ended. */
    @CommandHandler
    void handle(ReleaseSeats command) {
        SeatHold open = holds.open(command.holdId().value());
        if (open == null && holds.isDecided(command.holdId().value())) {
            return;
        }
        SeatHold hold = open == null ? new SeatHold(command.orderId(), command.userId(), List.of()) : open;
        apply(new SeatsReleased(
                command.dateId(), command.holdId(), hold.orderId(), hold.userId(), hold.seats(), command.at()));
    }

    @CommandHandler
    void handle(SellSeats command) {
        SeatHold hold = holds.open(command.holdId().value());
        if (hold != null) {
            apply(new SeatsSold(
                    command.dateId(), command.holdId(), hold.orderId(), hold.userId(), hold.seats(), command.at()));
        }
    }

    /** What is not sold yet, because two processes overtook one another, is released: the sale then finds no hold. */
    @CommandHandler
    void handle(ReturnSeats command) {
        if (holds.isSold(command.holdId().value())) {
            apply(new SeatsReturned(
                    command.dateId(),
                    command.holdId(),
                    command.orderId(),
                    command.userId(),
                    command.seats(),
                    command.at()));
        } else if (holds.open(command.holdId().value()) != null) {
            handle(new ReleaseSeats(
                    command.dateId(), command.holdId(), command.orderId(), command.userId(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(DateOpened event) {
        dateId = event.dateId();
        plan.open(event.grades());
        saleFrom = event.saleFrom();
        saleEnd = event.saleUntil() == null || event.startsAt().isBefore(event.saleUntil())
                ? event.startsAt()
                : event.saleUntil();
        limitPerUser = event.limitPerUser();
    }

    @EventSourcingHandler
    void on(SeatsHeld event) {
        List<Integer> seats = event.seats().stream().map(Seat::seat).toList();
        plan.take(seats);
        count(event.userId(), seats.size());
        holds.begin(event.holdId().value(), new SeatHold(event.orderId(), event.userId(), seats));
    }

    @EventSourcingHandler
    void on(SeatsRefused event) {
        holds.endWithoutSale(event.holdId().value());
    }

    @EventSourcingHandler
    void on(SeatsReleased event) {
        plan.free(event.seats());
        count(event.userId(), -event.seats().size());
        holds.endWithoutSale(event.holdId().value());
    }

    @EventSourcingHandler
    void on(SeatsSold event) {
        holds.sell(event.holdId().value());
    }

    @EventSourcingHandler
    void on(SeatsReturned event) {
        plan.free(event.seats());
        count(event.userId(), -event.seats().size());
        holds.takeBack(event.holdId().value());
    }

    private void count(UserId user, int seats) {
        seatsOfUsers.add(Key.of(user.value()), seats);
    }
}
