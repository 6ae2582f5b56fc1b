package io.firstcome.query.concert;

import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.query.concert.ConcertQuery.FindConcert;
import io.firstcome.query.concert.ConcertQuery.FindConcerts;
import io.firstcome.query.concert.ConcertQuery.FindDates;
import io.firstcome.query.concert.ConcertQuery.FindSeatMap;
import io.firstcome.query.concert.ConcertQuery.FindSoldOut;
import io.firstcome.query.querying.DescendingCursor;
import io.firstcome.query.querying.KnownParameters;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.etag.EntityTags;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.firstcome.web.stream.EventStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Questions about concerts over HTTP. */
@RestController
@RequestMapping("/api/v1/concert")
@Tag(name = "Concert")
class ConcertQueryController {

    private static final Set<String> SEAT_PARAMETERS = Set.of("status", "grade", "since", "minVersion");
    private static final int RANKED = 100;
    private static final String STREAM =
            "id:12\nevent:seats\ndata:{\"items\":[{\"seat\":7,\"grade\":\"VIP\",\"price\":20000,"
                    + "\"status\":\"HELD\"}],\"version\":12}\n\n";

    private final QueryClient questions;
    private final SeatStreams streams;
    private final Clock clock;

    ConcertQueryController(QueryClient questions, SeatStreams streams, Clock clock) {
        this.questions = questions;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping
    @ForPublic
    @Operation(summary = "The concerts, newest first")
    Page<ConcertView> listConcerts(Limit limit, @Nullable Cursor cursor) {
        List<ConcertView> found =
                questions.list(new FindConcerts(DescendingCursor.before(cursor), limit.value() + 1), ConcertView.class);
        return DescendingCursor.page(found, limit, ConcertView::createdPosition);
    }

    @GetMapping("/{concertId}")
    @ForPublic
    @Operation(summary = "One concert")
    @Rejects(type = ConcertErrorCode.class, codes = "CONCERT_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    ResponseEntity<ConcertView> findConcert(
            @PathVariable @OpaqueId String concertId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            @Parameter(hidden = true) HttpServletRequest request) {
        ConcertView view = questions
                .find(new FindConcert(concertId, minVersion), ConcertView.class)
                .orElseThrow(() -> ProblemException.of(ConcertErrorCode.CONCERT_NOT_FOUND, null));
        return EntityTags.answer(request, view.version(), view);
    }

    @GetMapping("/{concertId}/date")
    @ForPublic
    @Operation(
            summary = "The dates of a concert, newest first",
            description = "A concert that is not there has none. A date appears here shortly after it was opened.")
    Page<DateView> listDates(@PathVariable @OpaqueId String concertId, Limit limit, @Nullable Cursor cursor) {
        List<DateView> found = questions.list(
                new FindDates(concertId, DescendingCursor.before(cursor), limit.value() + 1), DateView.class);
        return DescendingCursor.page(found, limit, DateView::openedPosition);
    }

    @GetMapping("/{concertId}/date/{dateId}")
    @ForPublic
    @Operation(
            summary = "One date of a concert",
            description = "The ETag covers the whole answer, which changes with the clock, too.")
    @Rejects(type = ConcertErrorCode.class, codes = "DATE_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    ResponseEntity<DateView> findDate(
            @PathVariable @OpaqueId String concertId,
            @PathVariable @OpaqueId String dateId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            @Parameter(hidden = true) HttpServletRequest request) {
        DateView view = map(concertId, dateId, minVersion).date().view(clock.instant(), 0);
        return EntityTags.answer(request, view.version(), view);
    }

    @GetMapping("/{concertId}/date/{dateId}/seat")
    @ForPublic
    @Operation(
            summary = "The seats of a date",
            description =
                    "All of them, or those that came to their status after a version: with `since` the answer to the"
                            + " last question is brought up to date. The ETag is the version of the date.")
    @Rejects(type = ConcertErrorCode.class, codes = "DATE_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    ResponseEntity<SeatMapView> listSeats(
            @PathVariable @OpaqueId String concertId,
            @PathVariable @OpaqueId String dateId,
            @Parameter(description = "Only seats of this status") @RequestParam(required = false) @Nullable
                    SeatStatus status,
            @Parameter(description = "Only seats of this grade") @RequestParam(required = false) @Nullable String grade,
            @Parameter(description = "Only what changed after this version")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long since,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            @Parameter(hidden = true) HttpServletRequest request) {
        KnownParameters.require(request, SEAT_PARAMETERS);
        SeatMap map = map(concertId, dateId, minVersion);
        boolean isWhole = status == null && grade == null && since == null;
        List<SeatView> items = isWhole
                ? map.seats().all()
                : map.seats()
                        .since(
                                since == null ? -1 : since,
                                seat -> (status == null || seat.status() == status)
                                        && (grade == null || seat.grade().equals(grade)));
        return ResponseEntity.ok().eTag("\"" + map.version() + "\"").body(new SeatMapView(items, map.version()));
    }

    @GetMapping(path = "/{concertId}/date/{dateId}/seat/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ForPublic
    @Operation(
            summary = "The seats of a date as they change",
            description =
                    "Server-sent events named `seats`, each with what changed since the one before and its version as id, at"
                            + " most 5 a second; a comment every 15 s when nothing changes. It begins behind"
                            + " `Last-Event-ID`, else behind `since`, else now.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = STREAM)))
    @Rejects(type = ConcertErrorCode.class, codes = "DATE_NOT_FOUND")
    SseEmitter streamSeats(
            @PathVariable @OpaqueId String concertId,
            @PathVariable @OpaqueId String dateId,
            @Parameter(description = "Only what changed after this version")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long since,
            @Parameter(description = "The id of the last event that was received")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @PositiveOrZero
                    @Nullable
                    Long lastEventId,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        long now = map(concertId, dateId, null).version();
        Long known = lastEventId == null ? since : lastEventId;
        return EventStreams.answer(request, streams.listen(dateId, known == null ? now : known));
    }

    @GetMapping("/ranking/sold-out")
    @ForPublic
    @Operation(
            summary = "The dates that sold out fastest",
            description = "From the first sale to the last seat; the fastest 100. Seats that came back later do not"
                    + " change it.")
    SoldOutRanking rankSoldOut() {
        return new SoldOutRanking(questions.list(new FindSoldOut(RANKED), SoldOutDate.class));
    }

    private SeatMap map(String concertId, String dateId, @Nullable Long minVersion) {
        return questions
                .find(new FindSeatMap(dateId, minVersion), SeatMap.class)
                .filter(map -> map.date().terms().concertId().equals(concertId))
                .orElseThrow(() -> ProblemException.of(ConcertErrorCode.DATE_NOT_FOUND, null));
    }
}
