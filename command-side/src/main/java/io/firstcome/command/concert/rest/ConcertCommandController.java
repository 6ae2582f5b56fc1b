package io.firstcome.command.concert.rest;

import io.firstcome.command.concert.lookup.Concerts;
import io.firstcome.command.rest.Commands;
import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.events.concert.ConcertEvent.ConcertCreated;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForOperator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to concerts over HTTP. */
@RestController
@RequestMapping("/api/v1/concert")
@Tag(name = "Concert", description = "Concerts, their dates, and which seats of them are free")
public class ConcertCommandController {

    private final Commands commands;
    private final Concerts concerts;
    private final Clock clock;

    ConcertCommandController(Commands commands, Concerts concerts, Clock clock) {
        this.commands = commands;
        this.concerts = concerts;
        this.clock = clock;
    }

    @PostMapping
    @ForOperator
    @Operation(summary = "Announce a concert")
    @ApiResponse(responseCode = "201", description = "The concert is announced; it has no dates yet")
    @Rejects(type = ConcertErrorCode.class, codes = "CONCERT_EXISTS")
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<ConcertResponse> createConcert(
            @Valid @RequestBody CreateConcertRequest request, Caller caller, @Nullable IdempotentRequest idempotency) {
        return commands.send(request.toCommand(clock.instant()), ConcertCreated.class, caller, idempotency)
                .toResponse(HttpStatus.CREATED, ConcertResponse::of);
    }

    @PostMapping("/{concertId}/date")
    @ForOperator
    @Operation(summary = "Open a date of a concert: its seats can be reserved within the sale window")
    @ApiResponse(responseCode = "201", description = "The date is open")
    @Rejects(
            type = ConcertErrorCode.class,
            codes = {"CONCERT_NOT_FOUND", "DATE_EXISTS"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<DateResponse> openDate(
            @PathVariable @OpaqueId String concertId,
            @Valid @RequestBody OpenDateRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        ConcertId concert = new ConcertId(concertId);
        return commands.send(
                        request.toCommand(concert, concerts.exists(concert), clock.instant()),
                        DateOpened.class,
                        caller,
                        idempotency)
                .toResponse(HttpStatus.CREATED, DateResponse::of);
    }
}
