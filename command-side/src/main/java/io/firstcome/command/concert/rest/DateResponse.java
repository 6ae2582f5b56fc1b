package io.firstcome.command.concert.rest;

import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.Grade;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date as it was opened.
 *
 * @param seats how many it has
 */
@Schema(example = """
                {"concertId": "spring-tour", "dateId": "spring-tour-1", "startsAt": "2027-03-20T19:00:00Z",
                 "limitPerUser": 4, "holdMinutes": 5, "seats": 50,
                 "grades": [{"grade": "VIP", "price": 20000, "from": 1, "to": 10},
                            {"grade": "NORMAL", "price": 10000, "from": 11, "to": 50}],
                 "createdAt": "2026-11-20T09:00:00Z"}""")
record DateResponse(
        String concertId,
        String dateId,
        Instant startsAt,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        int limitPerUser,
        int holdMinutes,
        int seats,
        List<GradeResponse> grades,
        Instant createdAt) {

    /** Seats of one price, from one number to another. */
    record GradeResponse(String grade, long price, int from, int to) {

        private static GradeResponse of(Grade grade) {
            return new GradeResponse(grade.grade(), grade.price(), grade.from(), grade.to());
        }
    }

    static DateResponse of(DateOpened event) {
        return new DateResponse(
                event.concertId().value(),
                event.dateId().value(),
                event.startsAt(),
                event.saleFrom(),
                event.saleUntil(),
                event.limitPerUser(),
                event.holdMinutes(),
                event.seats(),
                event.grades().stream().map(GradeResponse::of).toList(),
                event.openedAt());
    }
}
