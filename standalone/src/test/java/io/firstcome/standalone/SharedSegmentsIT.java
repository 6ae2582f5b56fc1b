package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.TestServers;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Command nodes share the segments of the processes: who comes gets its share, and when one goes the others have them again. */
class SharedSegmentsIT {

    /** Four of each of the four processes. */
    private static final int SEGMENTS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String database = TestServers.database().freshDatabase();
    private final List<CommandSideNode> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(CommandSideNode::close);
    }

    private CommandSideNode node() {
        CommandSideNode node = CommandSideNode.start(database);
        nodes.add(node);
        return node;
    }

    @Test
    void givenBuyers_whenANodeComesAndGoes_thenSegmentsAreSharedAndEachOrderIsPaidOnce() throws Exception {
        CommandSideNode first = node();
        Awaitility.await().atMost(PATIENCE).until(() -> first.segments().size() == SEGMENTS);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> orders = thread.submit(() -> buyUntil(over, first));
            try {
                CommandSideNode second = node();
                Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertShared(first, second));

                second.close();
                Awaitility.await().atMost(PATIENCE).until(() -> first.segments().size() == SEGMENTS);
            } finally {
                over.set(true);
            }
            assertThat(orders.get())
                    .hasSizeGreaterThan(20)
                    .allSatisfy(order -> Awaitility.await()
                            .atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(first.events("order:" + order))
                                    .filteredOn(OrderPaid.class::isInstance)
                                    .hasSize(1)));
        }
    }

    private static void assertShared(CommandSideNode first, CommandSideNode second) {
        Set<String> both = new HashSet<>(first.segments());
        both.addAll(second.segments());
        assertThat(both).hasSize(SEGMENTS);
        assertThat(second.segments()).hasSize(SEGMENTS / 2);
        assertThat(first.segments()).hasSize(SEGMENTS / 2).doesNotContainAnyElementsOf(second.segments());
    }

    /** One order after the other. Each is answered with its outcome, or with 202 when its segment is on its way to the other node. */
    private static List<String> buyUntil(AtomicBoolean over, CommandSideNode node) {
        String product = SharedSystem.newName("product");
        expect(
                node,
                201,
                Request.post(
                        "/api/v1/product",
                        SharedSystem.OPERATOR,
                        "{\"productId\":\"" + product + "\",\"name\":\"test\",\"price\":1000,\"stock\":100000}"));
        String user = SharedSystem.newName("buyer");
        Request charge = Request.post("/api/v1/user/" + user + "/point", ShopClient.token(user), "{\"amount\":10000}");
        List<String> orders = new ArrayList<>();
        while (!over.get()) {
            expect(node, 200, charge);
            Response placed = node.exchange(ShopClient.order(user, product, 1));
            assertThat(placed.status()).as(placed.body()).isIn(201, 202);
            if (placed.status() == 201) {
                String order = ShopClient.field(placed, "orderId");
                Response paid = node.exchange(ShopClient.payWithPoints(user, order));
                assertThat(paid.status()).as(paid.body()).isIn(201, 202);
                orders.add(order);
            }
        }
        return orders;
    }

    private static void expect(CommandSideNode node, int status, Request request) {
        Response response = node.exchange(request);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
    }
}
