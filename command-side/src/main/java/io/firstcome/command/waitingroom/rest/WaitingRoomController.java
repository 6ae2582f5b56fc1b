package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.admission.RoomSecrets;
import io.firstcome.command.rest.CommandAnswer;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.CommittedEvent;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.command.rest.OutcomeSubscription;
import io.firstcome.command.waitingroom.api.RoomCommand.CloseRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.EnterRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.LeaveRoom;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.PlanRoom;
import io.firstcome.command.waitingroom.lookup.RoomState;
import io.firstcome.command.waitingroom.lookup.ShuffledOrder;
import io.firstcome.command.waitingroom.lookup.WaitingRooms;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomEvent.PlaceEnded;
import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.firstcome.events.waitingroom.RoomEvent.RoomCreated;
import io.firstcome.events.waitingroom.RoomEvent.RoomEntered;
import io.firstcome.events.waitingroom.RoomEvent.RoomLimitsSet;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.Shuffle;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.ForOperator;
import io.firstcome.web.security.ForPublic;
import io.firstcome.web.stream.EventStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Waiting rooms over HTTP: rooms, and the place of the caller in one. */
@RestController
@RequestMapping("/api/v1/waiting-room")
@Tag(name = "Waiting room", description = "Rooms in front of what more people want than there is, and places in them")
public class WaitingRoomController {

    /** How long the operator waits for the process that makes the room. */
    private static final Duration UNTIL_MADE = Duration.ofSeconds(2);

    private static final String STREAM =
            "id: 7\nevent: place\ndata: {\"roomId\": \"drop-7\", \"userId\": \"1\", …}\n\n";

    private final Commands commands;
    private final OutcomeListener outcomes;
    private final WaitingRooms rooms;
    private final Places places;
    private final PlaceStreams streams;
    private final RoomSecrets secrets;
    private final Clock clock;

    WaitingRoomController(
            Commands commands,
            OutcomeListener outcomes,
            WaitingRooms rooms,
            Places places,
            PlaceStreams streams,
            RoomSecrets secrets,
            Clock clock) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.rooms = rooms;
        this.places = places;
        this.streams = streams;
        this.secrets = secrets;
        this.clock = clock;
    }

    @PostMapping
    @ForOperator
    @Operation(
            summary = "Set up a waiting room",
            description = "From now on nobody gets what it protects without an admission of the room.")
    @ApiResponse(responseCode = "201", description = "The room is set up")
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_EXISTS", "ALREADY_PROTECTED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<CreateRoomResponse> createRoom(
            @Valid @RequestBody CreateRoomRequest request, Caller caller, @Nullable IdempotentRequest idempotency) {
        RoomId room = request.room();
        PlanRoom command = new PlanRoom(
                room, request.toTerms(room, id -> Shuffle.commitmentTo(secrets.seedOf(id))), clock.instant());
        try (OutcomeSubscription made = outcomes.subscribe(List.of(room.toString()))) {
            CommandAnswer<RoomPlanned> planned = commands.send(command, RoomPlanned.class, caller, idempotency);
            if (!planned.replayed()) {
                // When it takes longer it is made all the same.
                made.await(WaitingRoomController::made, UNTIL_MADE);
            }
            return planned.toResponse(HttpStatus.CREATED, CreateRoomResponse::of);
        }
    }

    private static Optional<CommittedEvent> made(CommittedEvent happened) {
        return happened.event() instanceof RoomCreated ? Optional.of(happened) : Optional.empty();
    }

    @PatchMapping("/{roomId}")
    @ForOperator
    @Operation(summary = "Change how many a room lets in", description = "It holds from the next who is let in.")
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_NOT_FOUND", "ROOM_CLOSED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<ChangeRoomResponse> changeRoom(
            @PathVariable @OpaqueId String roomId,
            @Valid @RequestBody ChangeRoomRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        return commands.send(
                        request.toCommand(new RoomId(roomId), clock.instant()),
                        RoomLimitsSet.class,
                        caller,
                        idempotency)
                .toResponse(HttpStatus.OK, ChangeRoomResponse::of);
    }

    @PostMapping("/{roomId}/close")
    @ForOperator
    @Operation(summary = "End a room", description = "All places in it end. What it protects is open to all again.")
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_NOT_FOUND", "ROOM_CLOSED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<CloseRoomResponse> closeRoom(
            @PathVariable @OpaqueId String roomId, Caller caller, @Nullable IdempotentRequest idempotency) {
        return commands.send(new CloseRoom(new RoomId(roomId), clock.instant()), RoomClosed.class, caller, idempotency)
                .toResponse(HttpStatus.OK, CloseRoomResponse::of);
    }

    @GetMapping("/{roomId}")
    @ForPublic
    @Operation(summary = "How many wait in a room, and how many it lets in")
    @Rejects(type = RoomErrorCode.class, codes = "ROOM_NOT_FOUND")
    RoomResponse findRoom(@PathVariable @OpaqueId String roomId) {
        RoomId room = new RoomId(roomId);
        return RoomResponse.of(room, rooms.find(room, RoomState::summary).orElseThrow(WaitingRoomController::unknown));
    }

    @GetMapping("/{roomId}/fairness")
    @ForPublic
    @Operation(
            summary = "The order of a shuffled room, to be computed again",
            description = "Before it opens only the commitment is told.")
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_NOT_FOUND", "ROOM_NOT_SHUFFLED"})
    FairnessResponse findFairness(@PathVariable @OpaqueId String roomId) {
        Optional<ShuffledOrder> order = rooms.find(
                        new RoomId(roomId), state -> Optional.ofNullable(state.shuffledOrder()))
                .orElseThrow(WaitingRoomController::unknown);
        return FairnessResponse.of(order.orElseThrow(() -> ProblemException.of(RoomErrorCode.ROOM_NOT_SHUFFLED, null)));
    }

    @PostMapping("/{roomId}/enter")
    @ForCustomer
    @Operation(
            summary = "Take a place in a room",
            description =
                    "Who has a place keeps it: it is answered with 200. A place that has ended is gone, and the next"
                            + " one is the last. Repeated under a key, the place is told as it is now.")
    @ApiResponse(responseCode = "201", description = "A new place, behind all others")
    @ApiResponse(responseCode = "200", description = "The place that the user has")
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_NOT_FOUND", "ROOM_CLOSED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<PlaceResponse> enterRoom(
            @PathVariable @OpaqueId String roomId, Caller caller, @Nullable IdempotentRequest idempotency) {
        RoomId room = new RoomId(roomId);
        CommandAnswer<@Nullable RoomEntered> answer = commands.send(
                new EnterRoom(room, new UserId(caller.userId()), clock.instant()),
                RoomEntered.class,
                caller,
                idempotency);
        return answer.payload() == null
                ? answer.toResponse(HttpStatus.OK, had -> places.held(room, caller.userId()))
                : answer.toResponse(
                        HttpStatus.CREATED, entered -> places.of(room, caller.userId(), versionOf(answer)));
    }

    @GetMapping("/{roomId}/me")
    @ForCustomer
    @Operation(summary = "The caller's place", description = "Asking costs nothing, and loses nothing.")
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_NOT_FOUND", "NOT_IN_ROOM"})
    PlaceResponse findPlace(@PathVariable @OpaqueId String roomId, Caller caller) {
        return places.of(new RoomId(roomId), caller.userId(), -1);
    }

    @GetMapping(path = "/{roomId}/me/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ForCustomer
    @Operation(
            summary = "The caller's place as it changes",
            description =
                    "Server-sent events named `place`: when it has changed, once a second at most, and every 15 s in"
                            + " any case. It begins with the place as it is, unless that is what `Last-Event-ID` was told.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = STREAM)))
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_NOT_FOUND", "NOT_IN_ROOM"})
    SseEmitter streamPlace(
            @PathVariable @OpaqueId String roomId,
            Caller caller,
            @Parameter(description = "The id of the last event that was received")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @PositiveOrZero
                    @Nullable
                    Long lastEventId,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        RoomId room = new RoomId(roomId);
        places.of(room, caller.userId(), -1);
        return EventStreams.answer(request, streams.listen(room, caller.userId(), lastEventId));
    }

    @PostMapping("/{roomId}/leave")
    @ForCustomer
    @Operation(summary = "Give up the caller's place", description = "It goes to the next.")
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ROOM_NOT_FOUND", "NOT_IN_ROOM"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<PlaceResponse> leaveRoom(
            @PathVariable @OpaqueId String roomId, Caller caller, @Nullable IdempotentRequest idempotency) {
        RoomId room = new RoomId(roomId);
        CommandAnswer<PlaceEnded> answer = commands.sendOrRefuse(
                new LeaveRoom(room, new UserId(caller.userId()), clock.instant()),
                PlaceEnded.class,
                RoomErrorCode.NOT_IN_ROOM,
                caller,
                idempotency);
        return answer.toResponse(HttpStatus.OK, left -> places.of(room, caller.userId(), versionOf(answer)));
    }

    private static long versionOf(CommandAnswer<?> answer) {
        Long version = answer.version();
        return version == null ? -1 : version;
    }

    private static ProblemException unknown() {
        return ProblemException.of(RoomErrorCode.ROOM_NOT_FOUND, null);
    }
}
