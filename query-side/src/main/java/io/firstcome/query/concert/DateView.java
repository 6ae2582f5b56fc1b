package io.firstcome.query.concert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.events.concert.Grade;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of a concert, true as of {@code version}.
 *
 * @param saleFrom the first instant of the sale; null: at once
 * @param saleUntil the first instant after it; null: when the concert starts
 * @param limitPerUser how many seats one user may have
 * @param holdMinutes how long a reservation waits for its payment
 * @param seats how many it has
 * @param available how many are neither held nor sold
 * @param soldOutAt when all were sold for the first time; null: they never were
 * @param version the sequence number of the last event of the date that it contains
 * @param openedPosition the place of its opening in commit order; greater is newer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DateViewResponse", example = """
                {"concertId": "spring-tour", "dateId": "spring-tour-1", "startsAt": "2027-03-20T19:00:00Z",
                 "limitPerUser": 4, "holdMinutes": 5,
                 "grades": [{"grade": "VIP", "price": 20000, "from": 1, "to": 10}], "seats": 10, "available": 8,
                 "status": "ON_SALE", "createdAt": "2026-11-20T09:00:00Z", "version": 3}""")
public record DateView(
        String concertId,
        String dateId,
        Instant startsAt,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        int limitPerUser,
        int holdMinutes,
        List<Grade> grades,
        int seats,
        int available,
        Status status,
        @Nullable Instant soldOutAt,
        Instant createdAt,
        long version,
        @JsonIgnore long openedPosition) {

    public DateView {
        grades = List.copyOf(grades);
    }

    /** What can be had of a date. */
    public enum Status {
        /** The sale has not begun. */
        SCHEDULED,
        ON_SALE,
        /** All seats are sold. */
        SOLD_OUT,
        /** The sale is over, or the concert has started. */
        ENDED
    }
}
