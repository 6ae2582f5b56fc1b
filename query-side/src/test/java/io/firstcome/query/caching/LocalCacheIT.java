package io.firstcome.query.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.stock.StockQuery.FindStock;
import io.firstcome.query.stock.StockState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;

/** Stock in memory over a real store: the feed stalls, other nodes write, views stand still or are wrong. */
class LocalCacheIT {

    private static final String FAR = "10s";

    private static StockState ask(QuerySide querySide, String productId) {
        return querySide
                .bean(QueryClient.class)
                .find(new FindStock(productId, null), StockState.class)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable NearView<StockState> near(QuerySide querySide, String productId) {
        NearViews<StockState> views = (NearViews<StockState>)
                querySide.beanOf(ResolvableType.forClassWithGenerics(NearViews.class, StockState.class));
        return views.find(productId);
    }

    /** Until it is in memory. */
    private static void awaitNear(QuerySide querySide, String productId) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            ask(querySide, productId);
            return near(querySide, productId) != null;
        });
    }

    private static EventProcessor processor(QuerySide querySide) {
        return querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("stock")
                .orElseThrow();
    }

    private static QuerySide start(String maxAge) {
        return QuerySide.start(Map.of("firstcome.near.max-age", maxAge));
    }

    @Test
    void givenFeedThatStands_whenItsAgeIsOver_thenReadersGetWhatIsNew() {
        try (QuerySide querySide = start("200ms")) {
            ProductTestData goods = new ProductTestData("1");
            querySide.store(List.of(goods.opened(10)));
            querySide.awaitCaughtUp();
            awaitNear(querySide, "1");
            querySide.bean(LocalCaches.class).stop();
            querySide.store(goods.held(3));
            querySide.awaitCaughtUp();

            await().atMost(Duration.ofSeconds(20)).until(() -> near(querySide, "1") == null);
            assertThat(ask(querySide, "1").version()).isEqualTo(3);
        }
    }

    /** The control of the test above: it is the bound on the age that keeps what is old from being shown. */
    @Test
    void givenFeedThatStandsAndALongAge_whenRead_thenWhatIsOldIsShown() {
        try (QuerySide querySide = start(FAR)) {
            ProductTestData goods = new ProductTestData("1");
            querySide.store(List.of(goods.opened(10)));
            querySide.awaitCaughtUp();
            awaitNear(querySide, "1");
            querySide.bean(LocalCaches.class).stop();
            querySide.store(goods.held(3));
            querySide.awaitCaughtUp();

            assertThat(ask(querySide, "1").version()).isZero();
        }
    }

    @Test
    void givenViewAndRedisThatStand_whenRead_thenMemoryShowsWhatIsStored() {
        try (QuerySide querySide = start(FAR)) {
            ProductTestData goods = new ProductTestData("1");
            querySide.store(List.of(goods.opened(10)));
            querySide.awaitCaughtUp();
            processor(querySide).shutDown();
            querySide.store(goods.held(3));
            awaitNear(querySide, "1");
            querySide.store(goods.held(2));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ask(querySide, "1").version() == 5);
            assertThat(ask(querySide, "1").total().held()).isEqualTo(5);
        }
    }

    @Test
    void givenTwoNodes_whenOneStores_thenTheOtherShowsIt() {
        try (QuerySide one = start(FAR);
                QuerySide other = one.again()) {
            ProductTestData goods = new ProductTestData("1");
            one.store(List.of(goods.opened(1_000)));
            awaitNear(one, "1");
            awaitNear(other, "1");
            for (int i = 1; i <= 20; i++) {
                one.store(goods.held(5));
                int version = 5 * i;
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> ask(other, "1").version() == version
                                && ask(one, "1").version() == version);
            }
            assertThat(ask(other, "1").total().held()).isEqualTo(100);
        }
    }

    @Test
    void givenWrongRow_whenItsViewIsRebuilt_thenMemoryHasTheRightOne() {
        try (QuerySide querySide = start(FAR)) {
            ProductTestData goods = new ProductTestData("1");
            querySide.store(List.of(goods.opened(10)));
            querySide.store(goods.held(3));
            querySide.awaitCaughtUp();
            querySide.jdbc().update("UPDATE stock_option_view SET received = 11, available = 8");
            awaitNear(querySide, "1");
            assertThat(ask(querySide, "1").total().received()).isEqualTo(11);

            querySide.rebuild("stock");

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ask(querySide, "1").total().received() == 10);
            assertThat(ask(querySide, "1").version()).isEqualTo(3);
        }
    }

    @Test
    void givenReadersWhileEventsAreStoredAndTheViewIsRebuilt_whenTheyRead_thenNoVersionGoesBack() throws Exception {
        try (QuerySide querySide = start(FAR)) {
            ProductTestData goods = new ProductTestData("1");
            querySide.store(List.of(goods.opened(1_000)));
            awaitNear(querySide, "1");
            AtomicBoolean reading = new AtomicBoolean(true);
            AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
            List<Thread> readers = List.of(
                    Thread.ofPlatform().daemon().start(() -> readAndCompare(querySide, reading, wrong)),
                    Thread.ofPlatform().daemon().start(() -> readAndCompare(querySide, reading, wrong)));
            for (int i = 1; i <= 60; i++) {
                querySide.store(goods.held(5));
                if (i == 20) {
                    querySide.rebuild("stock");
                }
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ask(querySide, "1").version() == 300);
            reading.set(false);
            for (Thread reader : readers) {
                reader.join(Duration.ofSeconds(10));
            }
            assertThat(wrong.get()).isNull();
        }
    }

    /** Every event after the first holds one piece, so both numbers are the same. */
    private static void readAndCompare(
            QuerySide querySide, AtomicBoolean reading, AtomicReference<@Nullable Throwable> wrong) {
        long last = 0;
        try {
            while (reading.get()) {
                StockState view = ask(querySide, "1");
                assertThat(view.total().held()).isEqualTo(view.version());
                assertThat(view.version()).isGreaterThanOrEqualTo(last);
                last = view.version();
            }
        } catch (Throwable e) {
            wrong.compareAndSet(null, e);
        }
    }
}
