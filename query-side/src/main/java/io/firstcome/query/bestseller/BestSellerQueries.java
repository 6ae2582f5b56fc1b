package io.firstcome.query.bestseller;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.firstcome.query.bestseller.BestSellerQuery.FindBestSellers;
import io.firstcome.query.view.ViewFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Answers the queries about best sellers. Anybody may ask, so each list is made once a second at most: those who ask
 * meanwhile wait for it, and fail when it does.
 */
@Component
class BestSellerQueries {

    private static final int MOST = 100;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final String select;

    /** A stale list would show what sold best a while ago: it is made anew when it is a second old. */
    private final AsyncLoadingCache<BestSellerPeriod, List<BestSeller>> lists;

    @Autowired
    BestSellerQueries(ViewFrame frame, Clock clock) {
        this(frame.jdbc(), select(frame), clock, Ticker.systemTicker());
    }

    BestSellerQueries(JdbcTemplate jdbc, String select, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.select = select;
        this.lists = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(1))
                .ticker(ticker)
                .executor(Thread::startVirtualThread)
                .buildAsync(this::read);
    }

    private static String select(ViewFrame frame) {
        return """
            SELECT s.product_id, p.name, SUM(s.sold) AS pieces FROM %s s
            JOIN %s p ON p.product_id = s.product_id
            WHERE s.day BETWEEN ? AND ? AND p.withdrawn = 0 GROUP BY s.product_id, p.name
            HAVING SUM(s.sold) > 0 ORDER BY pieces DESC, s.product_id LIMIT %d\
            """.formatted(
                        frame.table(BestSellerProjection.DAYS).name(),
                        frame.table(BestSellerProjection.PRODUCTS).name(),
                        MOST);
    }

    @QueryHandler
    CompletableFuture<List<BestSeller>> handle(FindBestSellers query) {
        return lists.get(query.period()).thenApply(all -> all.subList(0, Math.min(query.limit(), all.size())));
    }

    private List<BestSeller> read(BestSellerPeriod period) {
        long today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        return jdbc.query(
                select,
                (row, index) -> new BestSeller(row.getString(1), row.getString(2), row.getLong(3)),
                today - period.days() + 1,
                today);
    }
}
