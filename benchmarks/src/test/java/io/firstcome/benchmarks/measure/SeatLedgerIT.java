package io.firstcome.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.benchmarks.baseline.BaselineServer;
import io.firstcome.benchmarks.load.Http;
import io.firstcome.benchmarks.load.Http.Answer;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.embedded.TestServers;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** The seat lock keeps the rules of ours, and the tables tell when a seat has two owners. */
class SeatLedgerIT {

    private static final int SEATS = 60;
    private static final int USERS = 40;
    private static final int CLICKS = 4;
    private static final int LIMIT = 4;

    @Test
    void givenSeatLock_whenMoreAskThanThereAreSeats_thenEachSeatHasOneOwnerAndTheTablesSayTheSame() throws Exception {
        String url = TestServers.mariaDb().freshDatabase();
        try (ConfigurableApplicationContext server = start(url)) {
            Http http = new Http(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            http.post(
                            "/api/v1/concert/c-1/date",
                            Tokens.OPERATOR,
                            "{\"dateId\":\"c-1-1\",\"startsAt\":\"2099-01-01T00:00:00Z\",\"limitPerUser\":" + LIMIT
                                    + ",\"holdMinutes\":5,\"grades\":[{\"grade\":\"A\",\"price\":7,\"from\":1,\"to\":"
                                    + SEATS
                                    + "}]}")
                    .require(201);

            List<Answer> answers = crowd(http);

            List<Answer> given =
                    answers.stream().filter(answer -> answer.status() == 201).toList();
            Set<Integer> seats = new HashSet<>();
            given.forEach(answer -> numbers(answer.json().get("seats"), "/seat")
                    .forEach(seat -> assertThat(seats.add(seat))
                            .as("seat %d is given once", seat)
                            .isTrue()));
            assertThat(given)
                    .isNotEmpty()
                    .allMatch(answer -> answer.json().get("amount").asInt() == 14);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .isNotEmpty()
                    .allMatch(answer -> answer.status() == 409
                            && Set.of("SEAT_TAKEN", "LIMIT_PER_USER")
                                    .contains(answer.json().get("code").asString()));
            assertThat(answers.stream().filter(answer -> answer.json().has("code")))
                    .filteredOn(answer -> answer.json().get("code").asString().equals("SEAT_TAKEN"))
                    .isNotEmpty()
                    .allMatch(answer -> seats.containsAll(numbers(answer.json().get("seats"), "")));
            JdbcTemplate jdbc = new JdbcTemplate(connection(url));
            assertThat(jdbc.queryForList("SELECT SUM(count) FROM reservation GROUP BY user_id", Integer.class))
                    .allMatch(had -> had <= LIMIT);
            assertTellsSecondOwner(
                    jdbc,
                    () -> SeatLedger.ofLock(column(jdbc), "c-1", schema(jdbc)),
                    given.size(),
                    "INSERT INTO reservation_seat (reservation_id, seat) SELECT r.reservation_id, s.seat"
                            + " FROM reservation_seat r JOIN reservation_seat s ON r.reservation_id <> s.reservation_id"
                            + " LIMIT 1");
            assertThat(http.post("/api/v1/reservation", Tokens.customer("1"), body("2", 1, 2))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void givenEventsOfOurs_whenASeatIsHeldTwice_thenTheTablesTell() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(connection(TestServers.mariaDb().freshDatabase()));
        jdbc.execute("CREATE TABLE domain_event (position BIGINT PRIMARY KEY, aggregate_id VARCHAR(96),"
                + " event_type VARCHAR(64), payload MEDIUMBLOB)");
        jdbc.execute("CREATE TABLE seat_view (date_id VARCHAR(64), seat INTEGER, status VARCHAR(16))");
        String event = "INSERT INTO domain_event VALUES (?, ?, ?, ?)";
        jdbc.update(event, 1, "concert-date:c-1-1", "DateOpened", "{\"seats\":[{\"seat\":1}]}");
        jdbc.update(event, 2, "concert-date:c-1-1", "SeatsHeld", "{\"seats\":[{\"seat\":1},{\"seat\":2}]}");
        jdbc.update(event, 3, "concert-date:c-1-2", "SeatsHeld", "{\"seats\":[{\"seat\":1},{\"seat\":2}]}");
        jdbc.update(event, 4, "concert-date:c-10-1", "SeatsHeld", "{\"seats\":[{\"seat\":1},{\"seat\":2}]}");
        for (String date : List.of("c-1-1", "c-1-2", "c-10-1")) {
            jdbc.update("INSERT INTO seat_view VALUES (?, 1, 'HELD'), (?, 2, 'HELD')", date, date);
        }

        assertTellsSecondOwner(
                jdbc,
                () -> SeatLedger.ofOurs(column(jdbc), "c-1"),
                2,
                "INSERT INTO domain_event VALUES (5, 'concert-date:c-1-1', 'SeatsHeld', '{\"seats\":[{\"seat\":2},{\"seat\":3}]}')");
    }

    private interface Reader {
        SeatLedger read();
    }

    private static void assertTellsSecondOwner(JdbcTemplate jdbc, Reader ledger, int acknowledged, String secondOwner) {
        assertThat(isSound(ledger.read(), acknowledged)).isTrue();
        assertThat(isSound(ledger.read(), acknowledged + 1)).isFalse();

        jdbc.update(secondOwner);

        SeatLedger wrong = ledger.read();
        assertThat(wrong.different()).isLessThan(wrong.owned());
        assertThat(isSound(wrong, acknowledged)).isFalse();
    }

    private static boolean isSound(SeatLedger ledger, int acknowledged) {
        Checks checks = new Checks();
        ledger.verify("it", acknowledged, 0, checks);
        return checks.all().stream().allMatch(Checks.Check::isGreen);
    }

    /** Each user asks for pairs of seats that others ask for, too, many at a time. */
    private static List<Answer> crowd(Http http) throws Exception {
        Random random = new Random(15);
        List<Future<Answer>> pending = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < USERS * CLICKS; i++) {
                String user = Integer.toString(i % USERS + 1);
                int first = random.nextInt(SEATS - 1) + 1;
                String body = body(user, first + 1, first);
                pending.add(threads.submit(() -> http.post("/api/v1/reservation", Tokens.customer(user), body)));
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : pending) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static String body(String user, int seat, int other) {
        return "{\"userId\":\"" + user + "\",\"concertId\":\"c-1\",\"dateId\":\"c-1-1\",\"seats\":[" + seat + ","
                + other + "]}";
    }

    private static List<Integer> numbers(JsonNode items, String path) {
        return items.valueStream().map(item -> item.at(path).asInt()).toList();
    }

    private static Function<String, List<String>> column(JdbcTemplate jdbc) {
        return sql -> jdbc.queryForList(sql, String.class);
    }

    private static String schema(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT DATABASE()", String.class));
    }

    private static SingleConnectionDataSource connection(String url) throws Exception {
        return new SingleConnectionDataSource(DriverManager.getConnection(url, "firstcome", "firstcome"), true);
    }

    private static ConfigurableApplicationContext start(String url) {
        return BaselineServer.start(
                "--firstcome.baseline=lock",
                "--firstcome.baseline.redis-port=" + TestServers.redis().port(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=firstcome",
                "--spring.datasource.password=firstcome");
    }
}
