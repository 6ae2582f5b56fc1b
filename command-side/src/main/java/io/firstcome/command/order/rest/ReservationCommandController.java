package io.firstcome.command.order.rest;

import io.firstcome.command.admission.AdmissionCheck;
import io.firstcome.command.concert.lookup.Concerts;
import io.firstcome.command.order.api.OrderCommand.CancelOrder;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.command.rest.OwnerCheck;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to reservations over HTTP. A reservation is an order of seats. */
@RestController
@RequestMapping("/api/v1/reservation")
@Tag(name = "Reservation", description = "Seats that are held until they are paid, or free again: an order of seats")
public class ReservationCommandController {

    private final OrderPlacement<PlaceReservationResponse> placement;
    private final Commands commands;
    private final Concerts concerts;
    private final AdmissionCheck admissionCheck;
    private final Clock clock;

    /** @param patience how long a buyer waits for the decision */
    public ReservationCommandController(
            Commands commands,
            OutcomeListener outcomes,
            Concerts concerts,
            AdmissionCheck admissionCheck,
            Clock clock,
            Duration patience) {
        this.placement = new OrderPlacement<>(
                commands,
                outcomes,
                patience,
                held -> PlaceReservationResponse.of(
                        held, dateOf(held.lines().getFirst().dateId())),
                (placed, status) -> PlaceReservationResponse.of(
                        placed, status, dateOf(placed.lines().getFirst().dateId())));
        this.commands = commands;
        this.concerts = concerts;
        this.admissionCheck = admissionCheck;
        this.clock = clock;
    }

    @PostMapping
    @FastPath
    @ForCustomer
    @Operation(
            summary = "Reserve seats of a date",
            description =
                    "Answers with the decision: all seats are held, or none is. When it takes longer, the answer is 202,"
                            + " and the reservation tells later.")
    @ApiResponse(responseCode = "201", description = "All seats are held until holdExpiresAt")
    @ApiResponse(responseCode = "202", description = "It is not decided yet")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {"DATE_NOT_FOUND", "SEAT_NOT_FOUND", "SEAT_TAKEN", "SALE_NOT_OPEN", "LIMIT_PER_USER"})
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ADMISSION_REQUIRED", "ADMISSION_INVALID", "ADMISSION_EXPIRED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<PlaceReservationResponse> placeReservation(
            @Valid @RequestBody PlaceReservationRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency,
            @Nullable AdmissionHeader admission) {
        caller.requireSelfOrOperator(request.userId());
        admissionCheck.require(
                new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, request.dateId()),
                new AdmissionCheck.Request(request.userId(), admission, caller, idempotency));
        request.requireEachSeatOnce();
        DateOpened date = concerts.date(new DateId(request.dateId()))
                .filter(found -> found.concertId().value().equals(request.concertId()))
                .orElse(null);
        OrderId reservation = new OrderId(UUID.randomUUID().toString());
        return placement.place(request.toCommand(reservation, date, clock.instant()), caller, idempotency);
    }

    @PostMapping("/{reservationId}/cancel")
    @ForCustomer
    @Operation(
            summary = "Cancel a reservation before the concert starts",
            description = "What was paid is given back, which may take a moment; the reservation is then REFUNDED.")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {"ORDER_NOT_FOUND", "ORDER_NOT_CANCELLABLE"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<ReservationStatusResponse> cancelReservation(
            @PathVariable @OpaqueId String reservationId, Caller caller, @Nullable IdempotentRequest idempotency) {
        CancelOrder command = new CancelOrder(new OrderId(reservationId), OwnerCheck.askedBy(caller), clock.instant());
        return commands.send(command, OrderEvent.class, caller, idempotency)
                .toResponse(HttpStatus.OK, ReservationStatusResponse::cancelled);
    }

    /** What is reserved was opened before. */
    private DateOpened dateOf(@Nullable DateId date) {
        return concerts.date(Objects.requireNonNull(date)).orElseThrow();
    }
}
