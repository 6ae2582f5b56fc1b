package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.standalone.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seats that nobody pays for, when the machine fails before their deadline and comes back after it. */
@Tag("parallel")
class SeatExpiryIT {

    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final int SEATS = 50;
    private static final int CONNECTIONS = 10;

    @Test
    void givenUnpaidSeats_whenTheSystemIsDownAtTheirDeadline_thenTheyAreFreeAfterwardsAndPaidOnesAreNot(
            @TempDir Path data) throws Exception {
        String date;
        List<String> unpaid;
        String paid;
        Instant due;
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            ShopClient shop = new ShopClient(system);
            date = shop.newDate(",\"holdMinutes\":1");
            shop.charge("payer", 100_000);
            paid = shop.reserved("payer", date, SEATS);
            assertThat(shop.exchange(ShopClient.payReservation("payer", paid)).status())
                    .isEqualTo(201);
            shop.awaitOrder(paid, "PAID");
            Load.Result held = Load.run(
                    system.port(),
                    CONNECTIONS,
                    SEATS - 1,
                    number -> ShopClient.reserve("idle-" + number, date, number + 1));
            due = Instant.now().plus(HOLD);
            assertThat(held.count(201)).isEqualTo(SEATS - 1);
            unpaid = held.exchanges().stream()
                    .map(exchange -> ShopClient.field(Objects.requireNonNull(exchange.response()), "reservationId"))
                    .toList();
            assertThat(DateHistory.of(new ObservedState(system), date)
                            .assertSound()
                            .takenNow())
                    .hasSize(SEATS);
            system.kill9WithServers();
        }
        Awaitility.await()
                .atMost(HOLD.multipliedBy(2))
                .until(() -> Instant.now().isAfter(due));
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            ShopClient shop = new ShopClient(system);
            unpaid.forEach(reservation -> shop.awaitOrder(reservation, "EXPIRED"));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(shop.seats(date).valueStream())
                            .filteredOn(seat -> seat.path("status").asString().equals("AVAILABLE"))
                            .hasSize(SEATS - 1));
            DateHistory history =
                    DateHistory.of(new ObservedState(system), date).assertSound();
            assertThat(history.takenNow()).containsExactly(SEATS);
            assertThat(history.soldNow()).containsExactly(SEATS);
            assertThat(history.ownerOf(SEATS)).isEqualTo(paid);
            assertThat(shop.get("/reservation/" + unpaid.getFirst())
                            .path("status")
                            .asString())
                    .isEqualTo("EXPIRED");
            assertThat(shop.exchange(ShopClient.payReservation("idle-0", reservationOf("idle-0", shop)))
                            .code())
                    .isEqualTo("ORDER_EXPIRED");
            shop.reserved("next", date, 1);
            assertStopsAlthoughSomebodyListens(system, date);
        }
        assertThat(Files.readString(data.resolve("log/firstcome.log")))
                .contains("Graceful shutdown complete")
                .doesNotContain("Graceful shutdown aborted");
    }

    /** The web server would wait for a stream as for a request under way, until its time is over. */
    private static void assertStopsAlthoughSomebodyListens(StandaloneProcess system, String date) throws Exception {
        String path = "/api/v1/concert/" + date + "/date/" + date + "/seat/stream?since=0";
        try (EventStream stream = EventStream.open(system, path, Map.of())) {
            assertThat(stream.next().seats()).contains(1);
            system.stop();
            assertThatThrownBy(stream::next).isInstanceOf(IOException.class);
        }
    }

    private static String reservationOf(String user, ShopClient shop) {
        return shop.get("/user/" + user + "/reservation")
                .path("items")
                .path(0)
                .path("reservationId")
                .asString();
    }
}
