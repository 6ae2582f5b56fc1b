package io.firstcome.command.concert.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Grade;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one date of a concert. */
public sealed interface DateCommand extends AggregateCommand {

    DateId dateId();

    @Override
    default String aggregateId() {
        return dateId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return ConcertErrorCode.DATE_NOT_FOUND;
    }

    /**
     * Lets the seats of a date be reserved. Answered with {@code DateOpened}; refused with {@code DATE_EXISTS} and
     * {@code CONCERT_NOT_FOUND}.
     *
     * <p>Whether the concert exists is looked up before the command is sent, but the date refuses it: so the rejection is stored under
     * the client's key like any other, and a concert that is created later does not change the outcome.
     *
     * @param isConcertKnown whether there is such a concert
     * @param saleFrom the first instant of the sale; null: at once
     * @param saleUntil the first instant after it, later than {@code saleFrom}; null: when the concert starts
     * @param limitPerUser 1 to {@value #MAX_LIMIT_PER_USER} seats
     * @param holdMinutes 1 to {@value #MAX_HOLD_MINUTES}
     * @param grades by their seats, which are numbered from 1 without a hole, at most {@value #MAX_SEATS}
     */
    record OpenDate(
            @TargetAggregateIdentifier DateId dateId,
            ConcertId concertId,
            boolean isConcertKnown,
            Instant startsAt,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            int limitPerUser,
            int holdMinutes,
            List<Grade> grades,
            Instant at)
            implements DateCommand {

        public static final int MAX_SEATS = 50_000;
        public static final int MAX_LIMIT_PER_USER = 100;
        public static final int MAX_HOLD_MINUTES = 1_440;
        public static final int MAX_GRADES = 100;
        public static final long MAX_PRICE = 1_000_000_000_000L;

        public OpenDate {
            grades = List.copyOf(grades);
            requireBetween("limitPerUser", limitPerUser, MAX_LIMIT_PER_USER);
            requireBetween("holdMinutes", holdMinutes, MAX_HOLD_MINUTES);
            requireBetween("the number of grades", grades.size(), MAX_GRADES);
            int next = 1;
            for (Grade grade : grades) {
                if (grade.from() != next || grade.to() < next || grade.to() > MAX_SEATS) {
                    throw new IllegalArgumentException(
                            "seats are numbered from 1 to at most " + MAX_SEATS + ", each in one grade");
                }
                if (grade.price() < 0 || grade.price() > MAX_PRICE) {
                    throw new IllegalArgumentException("price is 0 to " + MAX_PRICE);
                }
                next = grade.to() + 1;
            }
        }

        private static void requireBetween(String what, int value, int max) {
            if (value < 1 || value > max) {
                throw new IllegalArgumentException(what + " is 1 to " + max);
            }
        }
    }

    /**
     * Reserves seats for an order, all or none. Emits {@code SeatsHeld} or {@code SeatsRefused}; said again for the same hold, also when
     * it has ended since, it does nothing.
     *
     * @param seats one or more, each once
     */
    record HoldSeats(
            @TargetAggregateIdentifier DateId dateId,
            HoldId holdId,
            OrderId orderId,
            UserId userId,
            List<Integer> seats,
            Instant heldUntil,
            Instant at)
            implements DateCommand {

        public HoldSeats {
            seats = List.copyOf(seats);
            if (seats.isEmpty() || seats.stream().distinct().count() < seats.size()) {
                throw new IllegalArgumentException("seats are one or more, each once");
            }
        }
    }

    /**
     * Ends a reservation that is not paid. Emits {@code SeatsReleased}: without seats when the reservation was not asked for yet, which
     * then never holds anything. When it was refused, sold or released before it does nothing.
     */
    record ReleaseSeats(
            @TargetAggregateIdentifier DateId dateId, HoldId holdId, OrderId orderId, UserId userId, Instant at)
            implements DateCommand {}

    /** Turns a reservation into a sale. Emits {@code SeatsSold}; when it is not held (any more) it does nothing. */
    record SellSeats(@TargetAggregateIdentifier DateId dateId, HoldId holdId, Instant at) implements DateCommand {}

    /**
     * Answered with how many seats can still be had, a {@code Long}: those that are free, and those that are held and may come back. None
     * when the sale is over.
     */
    record CountSeats(@TargetAggregateIdentifier DateId dateId, Instant at) implements DateCommand {}

    /**
     * Takes sold seats back. Emits {@code SeatsReturned}; said again for the same hold it does nothing, nor for one that held nothing. A
     * hold that is not sold yet is released: {@code SeatsReleased}.
     *
     * @param seats those that were sold
     */
    record ReturnSeats(
            @TargetAggregateIdentifier DateId dateId,
            HoldId holdId,
            OrderId orderId,
            UserId userId,
            List<Integer> seats,
            Instant at)
            implements DateCommand {

        public ReturnSeats {
            seats = List.copyOf(seats);
        }
    }
}
