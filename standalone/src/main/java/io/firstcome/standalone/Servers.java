package io.firstcome.standalone;

import io.firstcome.embedded.EmbeddedKafka;
import io.firstcome.embedded.EmbeddedMariaDb;
import io.firstcome.embedded.EmbeddedRedis;
import io.firstcome.embedded.MariaDbSettings;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.wallet.WalletId;
import io.firstcome.gateway.GatewaySimulator;
import io.firstcome.gateway.SimulatorSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * MariaDB, Redis, Kafka and the card gateway's simulator of one run: their addresses are known at once, they start side by side.
 */
final class Servers {
    /** One for each kind of aggregate; the bridge makes it when it has something to send. */
    private static final String TOPICS = Stream.of(
                    CouponId.TYPE,
                    ProductId.TYPE,
                    StockId.TYPE,
                    OrderId.TYPE,
                    PaymentId.TYPE,
                    WalletId.TYPE,
                    ConcertId.TYPE,
                    DateId.TYPE,
                    RoomId.TYPE)
            .collect(Collectors.joining(", .", "firstcome.", ""));

    private static final Duration REVIVE_AFTER =
            Duration.ofMillis(Long.getLong("firstcome.standalone.revive-after-millis", 1000));

    private final EmbeddedMariaDb mariaDb;
    private final EmbeddedRedis redis;
    private final EmbeddedKafka kafka;
    private final GatewaySimulator gateway;
    private volatile CompletableFuture<Void> mariaDbStart = CompletableFuture.completedFuture(null);
    private volatile CompletableFuture<Void> redisStart = CompletableFuture.completedFuture(null);
    private volatile CompletableFuture<Void> kafkaStart = CompletableFuture.completedFuture(null);

    Servers(DataDirectory data) {
        mariaDb = EmbeddedMariaDb.at(data.mariaDb(), MariaDbSettings.forThisMachine());
        redis = EmbeddedRedis.at(data.redis());
        kafka = EmbeddedKafka.at(data.kafka());
        gateway = GatewaySimulator.start(0, data.gateway());
    }

    void start(Console console) {
        mariaDbStart = inBackground(console, "MariaDB", () -> {
            mariaDb.start();
            mariaDb.reviveAfter(REVIVE_AFTER);
        });
        redisStart = inBackground(console, "Redis", () -> {
            redis.start();
            redis.reviveAfter(REVIVE_AFTER);
        });
        kafkaStart = inBackground(console, "Kafka", kafka::start);
    }

    /** Waits for the two that the application cannot begin without. */
    void awaitDatabases() {
        await(mariaDbStart, "MariaDB");
        await(redisStart, "Redis");
    }

    void awaitAll() {
        awaitDatabases();
        await(kafkaStart, "Kafka");
    }

    /** The properties by which the application finds its servers. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", mariaDb.jdbcUrl());
        properties.put("spring.datasource.username", mariaDb.username());
        properties.put("spring.datasource.password", mariaDb.password());
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", redis.port());
        properties.put("firstcome.kafka.bootstrap-servers", kafka.bootstrapServers());
        properties.put("firstcome.gateway.url", gateway.url());
        properties.put("firstcome.gateway.secret-key", SimulatorSettings.TEST_KEY);
        properties.put("firstcome.export.url", gateway.url() + "/platform/reservation");
        return properties;
    }

    /** From now on the card gateway tells the application of its status changes. */
    void tellOfPayments(String host, int port) {
        String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        gateway.sendWebhooksTo("http://" + reachable + ":" + port + "/api/v1/webhook/toss");
    }

    /** One line for each, to be shown to whoever wants to look inside. */
    Map<String, String> addresses() {
        String plainUrl = "jdbc:mysql://127.0.0.1:" + mariaDb.port() + "/firstcome";
        return Map.of(
                "MariaDB", plainUrl + " (user " + mariaDb.username() + ", password " + mariaDb.password() + ")",
                "Redis", "127.0.0.1:" + redis.port(),
                "Card gateway", gateway.url() + " (a simulator, docs/payments.md)",
                "Kafka", kafka.bootstrapServers() + " (topics " + TOPICS + ")");
    }

    /** Stops them in the order of their dependants, also when some have not started. */
    void stop() {
        gateway.close();
        awaitQuietly(kafkaStart);
        kafka.stop();
        awaitQuietly(redisStart);
        redis.stop();
        awaitQuietly(mariaDbStart);
        mariaDb.stop();
    }

    private static CompletableFuture<Void> inBackground(Console console, String name, Runnable start) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("start-" + name).start(() -> {
            try {
                start.run();
                console.progress(name + " is up");
                future.complete(null);
            } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static void await(CompletableFuture<Void> start, String name) {
        try {
            start.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartException(name + " did not start: " + cause.getMessage(), cause);
        }
    }

    private static void awaitQuietly(CompletableFuture<Void> start) {
        start.exceptionally(failed -> null)
                .completeOnTimeout(null, 1, TimeUnit.MINUTES)
                .join();
    }
}
