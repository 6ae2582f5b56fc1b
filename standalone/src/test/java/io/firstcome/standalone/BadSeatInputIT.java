package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Concerts, dates and reservations that cannot be: a problem with a code, and nothing is stored. */
class BadSeatInputIT {

    private static final String CONCERT = "/api/v1/concert";
    private static final String DATE = "/api/v1/concert/1/date";
    private static final String RESERVATION = "/api/v1/reservation";
    private static final String PAYMENT = "/api/v1/payment";

    private final ObservedState truth = new ObservedState(SharedSystem.get());

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("no artist", CONCERT, "{\"title\":\"t\"}"),
                Arguments.of("a blank title", CONCERT, "{\"title\":\" \",\"artist\":\"a\"}"),
                Arguments.of("a concert ..", CONCERT, "{\"concertId\":\"..\",\"title\":\"t\",\"artist\":\"a\"}"),
                Arguments.of("no start", DATE, "{}"),
                Arguments.of("a hole", DATE, grades(grade("A", 1, 5), grade("B", 7, 9))),
                Arguments.of("an overlap", DATE, grades(grade("A", 1, 5), grade("B", 5, 9))),
                Arguments.of("a first seat of 2", DATE, grades(grade("A", 2, 5))),
                Arguments.of("a grade that ends before it begins", DATE, grades(grade("A", 1, 0))),
                Arguments.of("a grade twice", DATE, grades(grade("A", 1, 5), grade("A", 6, 9))),
                Arguments.of("50,001 seats", DATE, grades(grade("A", 1, 50_001))),
                Arguments.of("a negative price", DATE, grades(grade("A", 1, 5).replace(":100,", ":-1,"))),
                Arguments.of("no seat for a user", DATE, dateWith("\"limitPerUser\":0")),
                Arguments.of("no time to pay", DATE, dateWith("\"holdMinutes\":0")),
                Arguments.of("a sale after the start", DATE, dateWith("\"saleFrom\":\"2099-01-01T19:00:00Z\"")),
                Arguments.of(
                        "a sale that ends before it begins",
                        DATE,
                        dateWith("\"saleFrom\":\"2098-01-01T00:00:00Z\",\"saleUntil\":\"2097-01-01T00:00:00Z\"")),
                Arguments.of("no seats", RESERVATION, seats("")),
                Arguments.of("the seat 0", RESERVATION, seats("0")),
                Arguments.of("a negative seat", RESERVATION, seats("-1")),
                Arguments.of("the seat 50,001", RESERVATION, seats("50001")),
                Arguments.of("half a seat", RESERVATION, seats("1.5")),
                Arguments.of("a seat as text", RESERVATION, seats("\"1\"")),
                Arguments.of("no number", RESERVATION, seats("null")),
                Arguments.of("a seat twice", RESERVATION, seats("1,2,1")),
                Arguments.of(
                        "101 seats",
                        RESERVATION,
                        seats(IntStream.rangeClosed(1, 101)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(",")))),
                Arguments.of("no concert", RESERVATION, seats("1").replace("\"concertId\":1,", "")),
                Arguments.of("a price of one's own", RESERVATION, seats("1").replace("{", "{\"price\":1,")),
                Arguments.of("an order and a reservation", PAYMENT, "{\"orderId\":\"1\",\"reservationId\":\"1\"}"),
                Arguments.of("a reservation ..", PAYMENT, "{\"reservationId\":\"..\"}"));
    }

    private static String dateWith(String more) {
        return "{\"startsAt\":\"2099-01-01T19:00:00Z\"," + more + "}";
    }

    private static String grade(String name, int from, int to) {
        return "{\"grade\":\"" + name + "\",\"price\":100,\"from\":" + from + ",\"to\":" + to + "}";
    }

    private static String grades(String... grades) {
        return dateWith("\"grades\":[" + String.join(",", grades) + "]");
    }

    private static String seats(String seats) {
        return "{\"userId\":1,\"concertId\":1,\"dateId\":1,\"seats\":[" + seats + "]}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void givenABadBody_whenPosted_thenAProblemAndNoEvent(String what, String path, String body) {
        long before = truth.head();

        Response response = SharedSystem.exchange(Request.post(path, SharedSystem.OPERATOR, body));

        assertThat(response.status()).as(what + response.body()).isEqualTo(400);
        assertThat(response.code()).as(response.body()).isIn("INVALID_REQUEST", "MALFORMED_REQUEST");
        assertThat(storedSince(before)).isEmpty();
    }

    /** The negative control: the same bodies, with nothing wrong, are taken. */
    @Test
    void givenTheSameBodiesWithNothingWrong_whenPosted_thenTheyAreTaken() {
        long before = truth.head();

        for (String date : List.of(grades(grade("A", 1, 5), grade("B", 6, 9)), grades())) {
            assertThat(SharedSystem.exchange(Request.post(DATE, SharedSystem.OPERATOR, date))
                            .status())
                    .as(date)
                    .isEqualTo(201);
        }
        assertThat(SharedSystem.exchange(Request.post(RESERVATION, SharedSystem.OPERATOR, seats("50")))
                        .status())
                .isEqualTo(201);
        assertThat(storedSince(before)).isNotEmpty();
    }

    /** What the operator has done; other tests' reservations expire meanwhile. */
    private JsonNode storedSince(long position) {
        return truth.audit("user=operator&after=" + position).path("items");
    }
}
