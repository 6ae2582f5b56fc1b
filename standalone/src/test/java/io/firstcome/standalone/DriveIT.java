package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Steps that were lost for good: the orders hang and are listed, an operator drives them on, and all adds up. */
@Tag("parallel")
class DriveIT {

    private static final List<String> SHORT_GRACE = List.of("-Dfirstcome.reconciliation.grace=PT1S");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String BUYER = "buyer";

    /** A claim that lasts for ever: no process of ours can be it. */
    private static final String TAKE_AWAY =
            "UPDATE token_entry SET owner = 'nobody', timestamp = '2999-01-01T00:00:00Z'"
                    + " WHERE processor_name = 'order-process'";

    /** As if all that it has not handled yet were handled. */
    private static final String SKIP = "UPDATE token_entry skipping JOIN token_entry caught_up"
            + " ON caught_up.processor_name = 'payment-process' SET skipping.token = caught_up.token, skipping.owner = NULL"
            + " WHERE skipping.processor_name = 'order-process'";

    @Test
    void givenLostSteps_whenTheirOrdersAreDrivenOn_thenAllAddsUp(@TempDir Path data) {
        String product;
        String paid;
        try (StandaloneProcess system = StandaloneProcess.start(data, SHORT_GRACE)) {
            ShopClient shop = new ShopClient(system);
            shop.charge(BUYER, 100_000);
            product = shop.newProduct(10);
            paid = shop.placed(BUYER, product, 1);
            ObservedState truth = new ObservedState(system);
            Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
            assertThat(truth.change(TAKE_AWAY)).isEqualTo(1);
            system.kill9WithServers();
        }
        try (StandaloneProcess system = StandaloneProcess.start(data, SHORT_GRACE)) {
            ShopClient shop = new ShopClient(system);
            assertThat(shop.exchange(ShopClient.payWithPoints(BUYER, paid)).status())
                    .isEqualTo(201);
            String placed = ShopClient.field(shop.exchange(ShopClient.order(BUYER, product, 2)), "orderId");
            skip(new ObservedState(system));

            Set<String> hanging = new TreeSet<>(Set.of("STOCK_NOT_SOLD:" + paid, "ORDER_NOT_DECIDED:" + placed));
            Awaitility.await().atMost(PATIENCE).until(() -> listed(shop).equals(hanging));
            // The negative control: everybody has handled everything, and nothing goes on.
            shop.awaitStock(product, 9, 1, 0);
            assertThat(new ObservedState(system).caughtUp()).isTrue();
            assertThat(listed(shop)).isEqualTo(hanging);

            hanging.forEach(id -> drive(shop, id));

            Awaitility.await().atMost(PATIENCE).until(() -> listed(shop).isEmpty());
            shop.awaitStock(product, 7, 2, 1);
            shop.awaitOrder(placed, "AWAITING_PAYMENT");
            assertThat(shop.exchange(ShopClient.payWithPoints(BUYER, placed)).status())
                    .isEqualTo(201);
            shop.awaitStock(product, 7, 0, 3);
            shop.awaitBalance(BUYER, 100_000 - 10_000 - 3_000 - 20_000);
            assertThat(listed(shop)).isEmpty();
        }
    }

    private static void skip(ObservedState truth) {
        String behind = "SELECT processor_name FROM token_entry, event_head WHERE processor_name = 'payment-process'"
                + " AND token NOT LIKE CONCAT('%', position, '%')";
        Awaitility.await().atMost(PATIENCE).until(() -> truth.rows(behind).isEmpty());
        assertThat(truth.change(SKIP)).isEqualTo(1);
        Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
    }

    private static Set<String> listed(ShopClient shop) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode item : shop.get("/reconciliation").path("items")) {
            ids.add(item.path("id").asString());
        }
        return ids;
    }

    /** Under a key, twice: the second time it is the same answer. */
    private static void drive(ShopClient shop, String id) {
        Request request = Request.of(
                "POST",
                "/api/v1/reconciliation/" + id + "/drive",
                SharedSystem.OPERATOR,
                Map.of("Idempotency-Key", "drive " + id),
                "");
        Response first = shop.exchange(request);
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(ShopClient.field(first, "id")).isEqualTo(id);
        Response again = shop.exchange(request);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
    }
}
