package io.firstcome.query.bestseller.readmodel;

import io.firstcome.query.bestseller.api.BestSeller;
import io.firstcome.query.bestseller.api.BestSellerPeriod;
import io.firstcome.query.bestseller.api.BestSellers;
import io.firstcome.query.bestseller.api.FindBestSellers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the queries about best sellers. Anybody may ask, so each list is made once a second at most. */
@Component
class BestSellerQueries {

    private static final int MOST = 100;
    private static final String SELECT = "SELECT s.product_id, p.name, SUM(s.sold) AS pieces FROM best_seller_day s"
            + " JOIN best_seller_product p ON p.product_id = s.product_id"
            + " WHERE s.day BETWEEN ? AND ? AND p.withdrawn = 0 GROUP BY s.product_id, p.name"
            + " HAVING SUM(s.sold) > 0 ORDER BY pieces DESC, s.product_id LIMIT " + MOST;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<BestSellerPeriod, Remembered> lists = new EnumMap<>(BestSellerPeriod.class);

    BestSellerQueries(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (BestSellerPeriod period : BestSellerPeriod.values()) {
            lists.put(period, new Remembered(() -> read(period), System::nanoTime));
        }
    }

    @QueryHandler
    BestSellers handle(FindBestSellers query) {
        List<BestSeller> all = Objects.requireNonNull(lists.get(query.period())).get();
        return new BestSellers(all.subList(0, Math.min(query.limit(), all.size())));
    }

    private List<BestSeller> read(BestSellerPeriod period) {
        long today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        return jdbc.query(
                SELECT,
                (row, index) -> new BestSeller(row.getString(1), row.getString(2), row.getLong(3)),
                today - period.days() + 1,
                today);
    }
}
