package io.firstcome.query.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.embedded.TestServers;
import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.stock.StockQuery.FindStock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.core.ResolvableType;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The stock in MySQL and in Redis, behind what is kept in memory, while events come twice, cannot be, or Redis is away. */
@DisabledIfSystemProperty(named = "firstcome.test.redis", matches = ".+", disabledReason = "stops Redis")
class StockViewIT {

    private QuerySide querySide;

    @BeforeEach
    void start() {
        TestServers.redis().start();
        querySide = QuerySide.start(Map.of("firstcome.near.size", 0));
    }

    @AfterEach
    void stop() {
        TestServers.redis().start();
        querySide.close();
    }

    private StockState read(String productId) {
        return querySide
                .bean(QueryClient.class)
                .find(new FindStock(productId, null), StockState.class)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RedisHashStore<StockState> hashes() {
        return (RedisHashStore<StockState>)
                querySide.beanOf(ResolvableType.forClassWithGenerics(RedisHashStore.class, StockState.class));
    }

    private @Nullable StockState hash(String productId) {
        return hashes().find(productId).orElse(null);
    }

    private StockState row(String productId) {
        return querySide.bean(StockRows.class).find(productId).orElseThrow();
    }

    @Test
    void givenEvents_whenHandled_thenHashAndRowsSayTheSame() {
        ProductTestData goods = new ProductTestData("1", "a", "b");
        querySide.store(List.of(goods.opened(10)));
        querySide.store(List.of(goods.held("h", 0, 3, false), goods.preOrderOpened(1, 5)));
        querySide.store(List.of(goods.sold("h", 0, 3, false, ProductTestData.AT), goods.held("i", 1, 1, true)));
        querySide.awaitCaughtUp();

        assertThat(row("1").total()).isEqualTo(new StockCounts(20, 17, 0, 3));
        assertThat(hash("1")).isEqualTo(row("1"));
        assertThat(read("1").version()).isEqualTo(4);
    }

    @Test
    void givenTheSameEventsTwice_whenHandled_thenTheRowsAreTheSame() {
        ProductTestData goods = new ProductTestData("1");
        querySide.store(List.of(goods.opened(100)));
        querySide.store(goods.held(30));
        querySide.store(List.of(goods.sold("h1", 0, 1, false, ProductTestData.AT), goods.preOrderOpened(0, 5)));
        querySide.awaitCaughtUp();
        List<?> stocks = querySide.jdbc().queryForList("SELECT * FROM stock_view");
        List<?> options = querySide.rows("stock_option_view");

        var processor = querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("stock")
                .orElseThrow();
        processor.shutDown();
        querySide.jdbc().update("UPDATE token_entry SET token = '{\"globalIndex\":0}' WHERE processor_name = 'stock'");
        processor.start();
        querySide.store(List.of(new ProductTestData("2").opened(1)));
        querySide.awaitCaughtUp();

        assertThat(querySide.jdbc().queryForList("SELECT * FROM stock_view WHERE product_id = '1'"))
                .isEqualTo(stocks);
        assertThat(querySide
                        .jdbc()
                        .queryForList("SELECT * FROM stock_option_view WHERE product_id = '1' ORDER BY 1, 2, 3"))
                .isEqualTo(options);
    }

    @Test
    void givenAHoldOfMoreThanThereIs_whenItComes_thenItIsADeadLetterAndNothingNegativeIsShown() {
        ProductTestData bad = new ProductTestData("bad");
        ProductTestData good = new ProductTestData("good");
        List<DomainEventMessage<?>> events = new ArrayList<>(List.of(bad.opened(2), good.opened(2)));
        events.addAll(bad.held(2));
        events.add(bad.held("too-much", 0, 1, false));
        events.addAll(good.held(2));
        events.add(bad.received(0, 5));
        querySide.store(events);
        querySide.awaitCaughtUp();

        assertThat(read("bad").total()).isEqualTo(new StockCounts(2, 0, 2, 0));
        assertThat(read("good").total()).isEqualTo(new StockCounts(2, 0, 2, 0));
        assertThat(querySide.deadLetters("stock")).isEqualTo(2);
        assertThat(hash("bad")).isIn(null, row("bad"));
    }

    @Test
    void givenTheTable_whenSomebodyWritesWhatCannotBe_thenTheDatabaseRefuses() {
        querySide.store(List.of(new ProductTestData("1").opened(2)));
        querySide.awaitCaughtUp();

        for (String change : List.of(
                "available = -1, held = 3",
                "available = 3",
                "sold = 1",
                "pre_order_available = 1",
                "pre_order_held = -1, pre_order_sold = 1")) {
            assertThatThrownBy(() -> querySide.jdbc().update("UPDATE stock_option_view SET " + change))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(querySide.jdbc().update("UPDATE stock_option_view SET available = 1, held = 1"))
                .isEqualTo(1);
    }

    @Test
    void givenEventsThatFlow_whenRedisIsEmptiedAndKilled_thenAnswersStayExactAndTheHashComesBack() throws Exception {
        ProductTestData goods = new ProductTestData("1");
        querySide.store(List.of(goods.opened(1_000)));
        querySide.awaitCaughtUp();
        AtomicBoolean reading = new AtomicBoolean(true);
        AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().daemon().start(() -> readAndCompare(reading, wrong));

        for (int i = 1; i <= 40; i++) {
            querySide.store(goods.held(10));
            switch (i) {
                case 10 -> querySide.bean(StringRedisTemplate.class).delete("firstcome:stock:1");
                case 20 -> TestServers.redis().stop();
                case 30 -> {
                    awaitVersion(300);
                    await().until(() -> querySide.bean(ProcessorFailures.class).reason("stock-counter") != null);
                    TestServers.redis().start();
                }
                default -> awaitVersion(i * 10L);
            }
        }
        querySide.awaitCaughtUp();
        // The circuit breaker closes by itself, some time after Redis is back.
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(() -> {
            assertThat(read("1").version()).isEqualTo(400);
            assertThat(hash("1")).isNotNull();
        });
        reading.set(false);
        reader.join(Duration.ofSeconds(10));

        assertThat(wrong.get()).isNull();
        assertThat(hash("1")).isEqualTo(row("1"));
        assertThat(row("1").total()).isEqualTo(new StockCounts(1_000, 600, 400, 0));
    }

    /** Every event after the first holds one piece, so both numbers are the same. */
    private void readAndCompare(AtomicBoolean reading, AtomicReference<@Nullable Throwable> wrong) {
        try {
            while (reading.get()) {
                LockSupport.parkNanos(1_000_000);
                StockState view = read("1");
                assertThat(view.total().held()).isEqualTo(view.version());
            }
        } catch (Throwable e) {
            wrong.compareAndSet(null, e);
        }
    }

    private void awaitVersion(long version) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> read("1").version() >= version);
    }

    @Test
    void givenNoHash_whenLaterEventsCome_thenItIsLeftAloneUntilAReaderFillsIt() {
        ProductTestData goods = new ProductTestData("1");
        querySide.store(List.of(goods.opened(10)));
        querySide.awaitCaughtUp();
        querySide.bean(StringRedisTemplate.class).delete("firstcome:stock:1");

        querySide.store(goods.held(1));
        querySide.awaitCaughtUp();
        assertThat(hash("1")).isNull();

        assertThat(read("1").total().held()).isEqualTo(1);
        assertThat(hash("1")).isEqualTo(row("1"));
    }
}
