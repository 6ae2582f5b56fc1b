package io.firstcome.benchmarks.baseline;

import io.firstcome.benchmarks.baseline.LockSeats.Held;
import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.ForOperator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The paths, bodies and answers of ours for dates and reservations, so that the same requests go to both. */
@RestController
@ConditionalOnProperty(name = BaselineKind.PROPERTY, havingValue = "lock")
@RequestMapping("/api/v1")
class SeatController {

    private final LockSeats seats;

    SeatController(LockSeats seats) {
        this.seats = seats;
    }

    /** The body of {@code POST /concert}; the rest is taken and not used. */
    record CreateRequest(
            @NotNull @OpaqueId String concertId,
            @NotNull String title,
            @NotNull String artist) {}

    /** The body of {@code POST /concert/{id}/date}: seats of one grade. */
    record OpenRequest(
            @NotNull @OpaqueId String dateId,
            @NotNull Instant startsAt,
            @Min(1) int limitPerUser,
            @Min(1) int holdMinutes,
            @NotEmpty List<@Valid Grade> grades) {}

    /** Seats of one price. */
    record Grade(
            @NotNull String grade,
            @Min(0) long price,
            @Min(1) int from,
            @Min(1) int to) {}

    /** The body of {@code POST /reservation}. */
    record ReserveRequest(
            @NotNull @OpaqueId String userId,
            @NotNull @OpaqueId String concertId,
            @NotNull @OpaqueId String dateId,
            @NotEmpty List<@NotNull @Min(1) Integer> seats) {}

    /** Its answer. */
    record ReserveResponse(
            String reservationId,
            String concertId,
            String dateId,
            String status,
            long amount,
            Instant holdExpiresAt,
            List<Seat> seats) {}

    /** One seat of it. */
    record Seat(int seat, String grade, long price) {}

    @PostMapping("/concert")
    @ForOperator
    ResponseEntity<Map<String, String>> create(@Valid @RequestBody CreateRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("concertId", request.concertId()));
    }

    @PostMapping("/concert/{concertId}/date")
    @ForOperator
    ResponseEntity<Map<String, String>> open(
            @PathVariable @OpaqueId String concertId, @Valid @RequestBody OpenRequest request) {
        Grade grade = request.grades().getFirst();
        DateRow date = new DateRow(request.dateId(), concertId, request.limitPerUser(), request.holdMinutes());
        seats.open(date, grade.grade(), grade.price(), grade.to());
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("dateId", request.dateId()));
    }

    @PostMapping("/reservation")
    @FastPath
    @ForCustomer
    ResponseEntity<ReserveResponse> reserve(@Valid @RequestBody ReserveRequest request, Caller caller) {
        caller.requireSelfOrOperator(request.userId());
        List<Integer> numbers = request.seats().stream().distinct().sorted().toList();
        Held held = seats.reserve(request.concertId(), request.dateId(), request.userId(), numbers);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag("\"1\"")
                .body(new ReserveResponse(
                        held.reservation().id(),
                        request.concertId(),
                        request.dateId(),
                        SeatRow.HELD,
                        held.reservation().amount(),
                        held.reservation().holdExpiresAt(),
                        held.seats().stream()
                                .map(seat -> new Seat(seat.number(), seat.grade(), seat.price()))
                                .toList()));
    }
}
