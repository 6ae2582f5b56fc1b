package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * More people than seats click four times each at seats that everybody wants; then most pay for what they got.
 *
 * <p>{@code -Dfirstcome.seat-rush.users=5000} for the long run, which is for 1,000 seats.
 */
class SeatRushIT {

    private static final Logger log = LoggerFactory.getLogger(SeatRushIT.class);

    private static final int USERS = Integer.getInteger("firstcome.seat-rush.users", 1_000);
    private static final int SEATS = USERS / 5;
    private static final int CLICKS = 4;
    private static final int LIMIT = 2;
    private static final int CONNECTIONS = 100;
    private static final int FRONT = SEATS / 5;
    private static final long FRONT_PRICE = 20_000;
    private static final long BACK_PRICE = 10_000;
    private static final long POINTS = LIMIT * FRONT_PRICE;
    private static final JsonMapper JSON = new JsonMapper();

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);
    private final Random random = new Random(20261120);
    private final String prefix = SharedSystem.newName("rush");
    private final String date = shop.newDate(",\"limitPerUser\":" + LIMIT + ",\"holdMinutes\":60,\"grades\":["
            + "{\"grade\":\"FRONT\",\"price\":" + FRONT_PRICE + ",\"from\":1,\"to\":" + FRONT + "},"
            + "{\"grade\":\"BACK\",\"price\":" + BACK_PRICE + ",\"from\":" + (FRONT + 1) + ",\"to\":" + SEATS + "}]");

    private record Click(String user, List<Integer> seats) {}

    private record Held(String user, String reservation, List<Integer> seats) {}

    @Test
    void givenPopularSeats_whenThousandsClickAtOnce_thenEachSeatHasOneOwnerAndAllSumsAreRight() {
        List<Click> clicks = clicks();
        long begin = System.nanoTime();
        Load.Result rush = Load.run(system.port(), CONNECTIONS, clicks.size(), number -> {
            Click click = clicks.get(number);
            return ShopClient.reserve(click.user(), date, click.seats().toArray(Integer[]::new));
        });
        report("clicks", rush, begin);

        List<Held> held = heldOf(rush, clicks);
        DateHistory history = DateHistory.of(truth, date).assertSound();
        assertThat(history.takenNow()).isEqualTo(seatsOf(held));
        held.forEach(mine ->
                mine.seats().forEach(seat -> assertThat(history.ownerOf(seat)).isEqualTo(mine.reservation())));
        assertThat(history.takenNow()).hasSizeGreaterThan(SEATS * 9 / 10);

        pay(held);
    }

    /** A click of each user, then the second of each, and so on: half of them at the front, some at two seats. */
    private List<Click> clicks() {
        return IntStream.range(0, USERS * CLICKS)
                .mapToObj(number -> {
                    int seat = 1 + random.nextInt(random.nextBoolean() ? FRONT : SEATS);
                    List<Integer> seats = random.nextInt(4) > 0 ? List.of(seat) : List.of(seat, seat % SEATS + 1);
                    return new Click(prefix + "-" + number % USERS, seats);
                })
                .toList();
    }

    /** What was answered with 201, or became so after 202; all others must be told rightly why not. */
    private List<Held> heldOf(Load.Result rush, List<Click> clicks) {
        List<Held> held = new ArrayList<>();
        Map<String, Integer> refusals = new TreeMap<>();
        for (Load.Exchange exchange : rush.exchanges()) {
            Response response = Objects.requireNonNull(exchange.response(), "an answer");
            Click click = clicks.get(exchange.number());
            if (response.status() == 201 || isHeldLater(response)) {
                held.add(new Held(click.user(), ShopClient.field(response, "reservationId"), click.seats()));
            } else if (response.status() != 202) {
                assertThat(response.status()).as(response.body()).isEqualTo(409);
                assertThat(response.code()).isIn("SEAT_TAKEN", "LIMIT_PER_USER");
                refusals.merge(response.code(), 1, Integer::sum);
                if (response.code().equals("SEAT_TAKEN")) {
                    assertThat(namedIn(response)).isNotEmpty().isSubsetOf(click.seats());
                }
            }
        }
        log.info("{} of {} clicks were held, the others refused: {}", held.size(), clicks.size(), refusals);
        assertThat(refusals).containsOnlyKeys("LIMIT_PER_USER", "SEAT_TAKEN");
        return held;
    }

    private boolean isHeldLater(Response response) {
        return response.status() == 202
                && Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () -> shop.get("/reservation/" + ShopClient.field(response, "reservationId"))
                                        .path("status")
                                        .asString(),
                                status -> !status.equals("PENDING"))
                        .equals("HELD");
    }

    private static List<Integer> namedIn(Response response) {
        return JSON.readTree(response.body())
                .path("seats")
                .valueStream()
                .map(JsonNode::asInt)
                .toList();
    }

    private static Set<Integer> seatsOf(List<Held> held) {
        return held.stream().flatMap(mine -> mine.seats().stream()).collect(Collectors.toSet());
    }

    /** Three of four pay; then the seats, the reservations and the points must say the same. */
    private void pay(List<Held> held) {
        List<Held> payers =
                held.stream().filter(mine -> mine.user().hashCode() % 4 != 0).toList();
        List<String> users = payers.stream().map(Held::user).distinct().toList();
        Load.Result charges = Load.run(
                system.port(),
                CONNECTIONS,
                users.size(),
                number -> Request.post(
                        "/api/v1/user/" + users.get(number) + "/point",
                        ShopClient.token(users.get(number)),
                        "{\"amount\":" + POINTS + "}"));
        assertThat(charges.count(200)).isEqualTo(users.size());
        long begin = System.nanoTime();
        Load.Result payments = Load.run(
                system.port(),
                CONNECTIONS,
                payers.size(),
                number -> ShopClient.payReservation(
                        payers.get(number).user(), payers.get(number).reservation()));
        report("payments", payments, begin);
        assertThat(payments.count(201) + payments.count(202)).isEqualTo(payers.size());

        Set<Integer> sold = seatsOf(payers);
        Set<Integer> unpaid = new HashSet<>(seatsOf(held));
        unpaid.removeAll(sold);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seatsThatAre("SOLD")).isEqualTo(sold));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(truth::caughtUp);
        assertThat(seatsThatAre("HELD")).isEqualTo(unpaid);
        assertThat(DateHistory.of(truth, date).assertSound().soldNow()).isEqualTo(sold);
        long money = sold.stream()
                .mapToLong(seat -> seat <= FRONT ? FRONT_PRICE : BACK_PRICE)
                .sum();
        assertThat(truth.rows("SELECT COUNT(*), SUM(paid) FROM order_view WHERE status = 'PAID' AND date_id = '" + date
                        + "'"))
                .containsExactly(payers.size() + "|" + money + "|");
        assertThat(truth.rows("SELECT SUM(balance) FROM wallet_view WHERE user_id LIKE '" + prefix + "-%'"))
                .containsExactly(users.size() * POINTS - money + "|");
    }

    private Set<Integer> seatsThatAre(String status) {
        return shop.seats(date)
                .valueStream()
                .filter(seat -> seat.path("status").asString().equals(status))
                .map(seat -> seat.path("seat").asInt())
                .collect(Collectors.toSet());
    }

    private static void report(String what, Load.Result result, long begin) {
        double elapsed = (System.nanoTime() - begin) / 1e9;
        List<Long> nanos =
                result.exchanges().stream().map(Load.Exchange::nanos).sorted().toList();
        log.info(
                "{} {} in {} s, {} a second; p50 {} ms, p99 {} ms",
                nanos.size(),
                what,
                String.format("%.1f", elapsed),
                Math.round(nanos.size() / elapsed),
                nanos.get(nanos.size() / 2) / 1_000_000,
                nanos.get(nanos.size() * 99 / 100) / 1_000_000);
    }
}
