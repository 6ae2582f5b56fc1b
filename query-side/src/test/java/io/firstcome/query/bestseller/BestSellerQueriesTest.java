package io.firstcome.query.bestseller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.query.bestseller.BestSellerQuery.FindBestSellers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

class BestSellerQueriesTest {

    private final AtomicLong nanos = new AtomicLong(-7);
    private final AtomicInteger made = new AtomicInteger();
    private volatile boolean broken;

    private final BestSellerQueries queries = new BestSellerQueries(
            new JdbcTemplate() {
                @Override
                @SuppressWarnings("unchecked") // the rows of the one statement
                public <T> List<T> query(String sql, RowMapper<T> rows, @Nullable Object @Nullable ... parameters) {
                    if (broken) {
                        throw new QueryTimeoutException("away");
                    }
                    return (List<T>) List.of(new BestSeller("1", "One", made.incrementAndGet()));
                }
            },
            "the one statement",
            Clock.systemUTC(),
            nanos::get);

    private long sold() {
        return queries.handle(new FindBestSellers(BestSellerPeriod.DAY, 10))
                .join()
                .getFirst()
                .sold();
    }

    @Test
    void givenAList_whenAskedWithinASecond_thenItIsMadeOnce() {
        assertThat(sold()).isEqualTo(1);
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(sold()).isEqualTo(1);

        await().until(() -> {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            return sold() > 1;
        });
    }

    @Test
    void givenADatabaseThatFails_whenAsked_thenThatIsToldAndTheNextAskMakesTheList() {
        broken = true;
        assertThatThrownBy(this::sold).hasCauseInstanceOf(QueryTimeoutException.class);
        broken = false;
        await().until(() -> sold() == 1);
    }
}
