package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Readers that hold all connections of the views keep no buyer waiting. */
class ProcessConnectionsIT {

    private static final int READERS = 40;

    /** Of the pool {@code read-models}, less the processor's that waits for the table, too. */
    private static final int CONNECTIONS = 23;

    private final ShopClient shop = new ShopClient(SharedSystem.get());
    private final ObservedState truth = new ObservedState(SharedSystem.get());

    @Test
    void givenReadersThatHoldAllConnectionsOfTheViews_whenOrdered_thenTheOrderIsPaid() throws Exception {
        String user = SharedSystem.newName("user");
        String product = shop.newProduct(10);
        shop.charge(user, 100_000);
        Request read = Request.get("/api/v1/order?userId=" + user, ShopClient.token(user));
        List<Future<Response>> reads = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Connection blocking = truth.connect()) {
                run(blocking, "LOCK TABLES order_view WRITE");
                for (int i = 0; i < READERS; i++) {
                    reads.add(threads.submit(() -> shop.exchange(read)));
                }
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> truth.rows(
                                                "SELECT id FROM information_schema.processlist"
                                                        + " WHERE state LIKE 'Waiting for table%' OR state LIKE '%metadata lock%'")
                                        .size()
                                >= CONNECTIONS);

                // The negative control: for those who need one of these connections there is none.
                assertThat(shop.exchange(Request.get("/api/v1/user/" + user + "/coupon", ShopClient.token(user)))
                                .status())
                        .isEqualTo(503);
                String order = shop.placed(user, product, 1);
                Response paid = shop.exchange(ShopClient.payWithPoints(user, order));

                assertThat(paid.status()).as(paid.body()).isEqualTo(201);
            }
            for (Future<Response> answer : reads) {
                assertThat(answer.get().status()).isIn(200, 503);
            }
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(truth::caughtUp);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
