package io.firstcome.command.concert.rest;

import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Grade;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /concert/{concertId}/date}. */
@Schema(example = """
                {"dateId": "spring-tour-1", "startsAt": "2027-03-20T19:00:00Z", "limitPerUser": 4,
                 "grades": [{"grade": "VIP", "price": 20000, "from": 1, "to": 10},
                            {"grade": "NORMAL", "price": 10000, "from": 11, "to": 50}]}""")
record OpenDateRequest(
        @Schema(description = "Chosen by the caller, or made by the server; of all dates, not of the concert's alone")
        @OpaqueId
        @Nullable
        String dateId,

        @NotNull Instant startsAt,

        @Schema(description = "The first instant of the sale; absent: at once") @Nullable
        Instant saleFrom,

        @Schema(description = "The first instant after it; absent: when the concert starts") @Nullable
        Instant saleUntil,

        @Schema(description = "How many seats one user may have", defaultValue = "4")
        @Min(1)
        @Max(OpenDate.MAX_LIMIT_PER_USER)
        @Nullable
        Integer limitPerUser,

        @Schema(description = "How long a reservation waits for its payment", defaultValue = "5")
        @Min(1)
        @Max(OpenDate.MAX_HOLD_MINUTES)
        @Nullable
        Integer holdMinutes,

        @Schema(
                description =
                        "The seats, numbered from 1 without a hole, 50,000 at most; absent or none: 50 seats, VIP 1 to 10"
                                + " at 20,000, PREMIUM 11 to 30 at 15,000, NORMAL 31 to 50 at 10,000")
        @Size(max = OpenDate.MAX_GRADES)
        @Nullable
        List<@NotNull @Valid GradeRequest> grades) {

    private static final int MAX_GRADE_LENGTH = 50;
    private static final int DEFAULT_LIMIT = 4;
    private static final int DEFAULT_HOLD_MINUTES = 5;
    private static final List<Grade> DEFAULT_GRADES = List.of(
            new Grade("VIP", 20_000, 1, 10), new Grade("PREMIUM", 15_000, 11, 30), new Grade("NORMAL", 10_000, 31, 50));

    /**
     * Seats of one price.
     *
     * @param from the first seat
     * @param to the last seat
     */
    record GradeRequest(
            @NotBlank @Size(max = MAX_GRADE_LENGTH) String grade,
            @NotNull @Min(0) @Max(OpenDate.MAX_PRICE) Long price,
            @NotNull @Min(1) @Max(OpenDate.MAX_SEATS) Integer from,
            @NotNull @Min(1) @Max(OpenDate.MAX_SEATS) Integer to) {

        private Grade toGrade() {
            return new Grade(grade, price, from, to);
        }
    }

    OpenDate toCommand(ConcertId concert, boolean isKnown, Instant at) {
        if (saleFrom != null && saleUntil != null && !saleFrom.isBefore(saleUntil)) {
            throw ProblemException.invalid("saleUntil", FieldError.Code.OUT_OF_RANGE, "must be later than saleFrom");
        }
        if (saleFrom != null && !saleFrom.isBefore(startsAt)) {
            throw ProblemException.invalid("saleFrom", FieldError.Code.OUT_OF_RANGE, "must be before startsAt");
        }
        return new OpenDate(
                new DateId(dateId == null ? UUID.randomUUID().toString() : dateId),
                concert,
                isKnown,
                startsAt,
                saleFrom,
                saleUntil,
                Objects.requireNonNullElse(limitPerUser, DEFAULT_LIMIT),
                Objects.requireNonNullElse(holdMinutes, DEFAULT_HOLD_MINUTES),
                grades == null || grades.isEmpty() ? DEFAULT_GRADES : inOrder(grades),
                at);
    }

    private static List<Grade> inOrder(List<GradeRequest> grades) {
        List<Grade> sorted = grades.stream()
                .map(GradeRequest::toGrade)
                .sorted(Comparator.comparingInt(Grade::from))
                .toList();
        Set<String> names = new HashSet<>();
        int next = 1;
        for (Grade grade : sorted) {
            if (grade.from() != next || grade.to() < grade.from()) {
                throw ProblemException.invalid(
                        "grades",
                        FieldError.Code.INVALID_VALUE,
                        "must have each seat from 1 on once, without a hole: see seat " + next);
            }
            if (!names.add(grade.grade())) {
                throw ProblemException.invalid(
                        "grades", FieldError.Code.INVALID_VALUE, "must have each grade once: see " + grade.grade());
            }
            next = grade.to() + 1;
        }
        return sorted;
    }
}
