package io.firstcome.command.order.rest;

import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderedDate;
import io.firstcome.events.product.ProductId;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /reservation}. */
@Schema(example = "{\"userId\": 1, \"concertId\": \"spring-tour\", \"dateId\": \"spring-tour-1\", \"seats\": [7, 8]}")
record PlaceReservationRequest(
        @NotNull @OpaqueId String userId,
        @NotNull @OpaqueId String concertId,
        @NotNull @OpaqueId String dateId,

        @Schema(description = "The numbers of the seats, each once")
        @NotEmpty
        @Size(min = 1, max = PlaceOrder.MAX_LINES)
        List<@NotNull @Min(1) @Max(OpenDate.MAX_SEATS) Integer> seats) {

    /** Of an order that is refused anyhow. */
    private static final Duration SOME_TIME = Duration.ofMinutes(5);

    void requireEachSeatOnce() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < seats.size(); i++) {
            if (!numbers.add(seats.get(i))) {
                throw ProblemException.invalid(
                        "seats[" + i + "]", FieldError.Code.INVALID_VALUE, "is there twice: each seat once");
            }
        }
    }

    /** @param date null: there is no such date */
    PlaceOrder toCommand(OrderId reservation, @Nullable DateOpened date, Instant at) {
        DateId id = new DateId(dateId);
        return new PlaceOrder(
                reservation,
                new UserId(userId),
                seats.stream().map(seat -> OrderLine.ofSeat(id, seat)).toList(),
                null,
                date == null ? new ProductId(dateId) : null,
                at.plus(date == null ? SOME_TIME : Duration.ofMinutes(date.holdMinutes())),
                date == null ? null : new OrderedDate(date.concertId(), id, date.startsAt()),
                at);
    }
}
