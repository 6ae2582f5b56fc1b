package io.firstcome.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.order.OrderDetails;
import io.firstcome.query.order.OrderQuery.FindOrder;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.stock.StockQuery.FindStock;
import io.firstcome.query.stock.StockState;
import io.firstcome.query.usercoupon.UserCouponQuery.FindUserCoupons;
import io.firstcome.query.usercoupon.UserCouponView;
import io.firstcome.web.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Those who wait for a version take nothing that others need. */
class ViewWaitIT {

    /** More than there are connections. */
    private static final int WAITERS = 40;

    private static QuerySide querySide;
    private static QueryClient questions;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start(Map.of("firstcome.view-wait.waiters", WAITERS));
        questions = querySide.bean(QueryClient.class);
        querySide.store(List.of(new ProductTestData("1").opened(10)));
        querySide.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static FindUserCoupons aRead() {
        return new FindUserCoupons("u1", Long.MAX_VALUE, 10);
    }

    private static double waiting() {
        return querySide
                .bean(MeterRegistry.class)
                .get("firstcome.view.waits")
                .gauge()
                .value();
    }

    @Test
    void givenManyWhoWait_whenOthersRead_thenTheyAreAnsweredAndNoConnectionIsHeld() throws Exception {
        List<Future<?>> waits = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WAITERS; i++) {
                Object query = i % 2 == 0 ? new FindStock("1", 999_999_999L) : new FindOrder("o", null, 999_999_999L);
                Class<?> answer = i % 2 == 0 ? StockState.class : OrderDetails.class;
                waits.add(threads.submit(() -> questions.find(query, answer)));
            }
            HikariDataSource pool = querySide.bean(HikariDataSource.class);
            assertThat(pool.getMaximumPoolSize()).isLessThan(WAITERS);
            await().pollInterval(Duration.ofMillis(1))
                    .until(() ->
                            waiting() == WAITERS && pool.getHikariPoolMXBean().getActiveConnections() == 0);

            assertThat(questions.list(aRead(), UserCouponView.class)).isEmpty();
        }
        for (int i = 0; i < WAITERS; i += 2) {
            Future<?> wait = waits.get(i);
            assertThatThrownBy(wait::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ProblemException.class)
                    .hasMessageContaining("READ_MODEL_BEHIND");
        }
    }

    /** The negative control: who holds a connection while waiting keeps others from reading. */
    @Test
    void givenAllConnectionsHeld_whenOthersRead_thenTheyAreRefused() throws Exception {
        HikariDataSource pool = querySide.bean(HikariDataSource.class);
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < pool.getMaximumPoolSize()) {
                await().ignoreExceptions().until(() -> held.add(pool.getConnection()));
            }

            assertThatThrownBy(() -> questions.list(aRead(), UserCouponView.class))
                    .isInstanceOf(ProblemException.class);
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
        assertThat(held).hasSize(pool.getMaximumPoolSize());
    }

    @Test
    void givenAnEventThatComesLater_whenItsVersionIsWaitedFor_thenTheAnswerHasIt() throws Exception {
        ProductTestData goods = new ProductTestData("2");
        querySide.store(List.of(goods.opened(10)));
        querySide.awaitCaughtUp();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<StockState> later = threads.submit(() ->
                    questions.find(new FindStock("2", 1L), StockState.class).orElseThrow());
            await().until(() -> waiting() == 1);
            querySide.store(goods.held(1));

            assertThat(later.get().version()).isEqualTo(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }
}
