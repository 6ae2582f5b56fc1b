package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * More orders for one product than there is of it, all at once; then all that are held are paid.
 *
 * <p>{@code -Dfirstcome.rush.stock=5000} for the long run of 8,500 orders on 85 connections.
 */
class OrderRushIT {

    private static final int STOCK = Integer.getInteger("firstcome.rush.stock", 500);
    private static final int ORDERS = STOCK * 17 / 10;
    private static final int CONNECTIONS = 85;

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);

    @Test
    void givenLimitedStock_whenMoreOrdersComeAtOnce_thenExactlyItIsHeldAndThenPaid() {
        String product = shop.newProduct(STOCK);
        String prefix = SharedSystem.newName("rush");
        Load.Result charges = Load.run(
                system.port(),
                CONNECTIONS,
                ORDERS,
                number -> Request.post(
                        "/api/v1/user/" + prefix + "-" + number + "/point",
                        ShopClient.token(prefix + "-" + number),
                        "{\"amount\":100000}"));
        assertThat(charges.count(200)).isEqualTo(ORDERS);

        Load.Result orders = Load.run(
                system.port(), CONNECTIONS, ORDERS, number -> ShopClient.order(prefix + "-" + number, product, 1));

        List<Order> held = new ArrayList<>();
        List<Order> undecided = new ArrayList<>();
        for (Load.Exchange exchange : orders.exchanges()) {
            Response response = Objects.requireNonNull(exchange.response());
            String user = prefix + "-" + exchange.number();
            switch (response.status()) {
                case 201 -> held.add(new Order(user, ShopClient.field(response, "orderId")));
                case 202 -> undecided.add(new Order(user, ShopClient.field(response, "orderId")));
                default -> assertThat(response.code()).as(response.body()).isEqualTo("OUT_OF_STOCK");
            }
        }
        undecided.stream().filter(order -> isHeld(order.id())).forEach(held::add);
        assertThat(held).hasSize(STOCK);
        shop.awaitStock(product, 0, STOCK, 0);

        Load.Result payments = Load.run(system.port(), CONNECTIONS, STOCK, number -> {
            Order order = held.get(number);
            return ShopClient.payWithPoints(order.user(), order.id());
        });

        assertThat(payments.count(201) + payments.count(202)).isEqualTo(STOCK);
        shop.awaitStock(product, 0, 0, STOCK);
        StockHistory history = StockHistory.of(truth, product).assertSound();
        assertThat(List.of(history.availableNow(), history.heldNow(), history.soldNow()))
                .containsExactly(0, 0, STOCK);
        assertThat(truth.rows(
                        "SELECT COUNT(*) FROM order_view WHERE status = 'PAID' AND user_id LIKE '" + prefix + "-%'"))
                .containsExactly(STOCK + "|");
    }

    /** An order whose answer was 202: it is decided in the end. */
    private boolean isHeld(String order) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> shop.get("/order/" + order).path("status").asString(""),
                        status -> !status.equals("PENDING"))
                .equals("AWAITING_PAYMENT");
    }

    private record Order(String user, String id) {}
}
