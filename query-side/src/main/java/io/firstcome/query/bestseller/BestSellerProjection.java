package io.firstcome.query.bestseller;

import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import io.firstcome.query.view.ViewChange;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewProjection;
import io.firstcome.query.view.ViewTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what was sold on each day of UTC, all options and pre-orders together: tables {@code best_seller_day} and
 * {@code best_seller_product}. Two statements for each day of a batch, and one for each product that is created or
 * withdrawn in it.
 *
 * <p>What comes back is taken from the day on which it comes back, so that the numbers of a day that is over never
 * change. A row's position says what it contains; an event at or before it is ignored, so that events may come twice.
 */
@Component
@ProcessingGroup(BestSellerProjection.GROUP)
class BestSellerProjection extends ViewProjection<String, Object> {

    static final String GROUP = "best-seller";
    static final ViewTable<Day> DAYS =
            ViewTable.of("best_seller_day", Day.class).keyedBy(2).adding("sold");
    static final ViewTable<Product> PRODUCTS =
            ViewTable.of("best_seller_product", Product.class).insertOnly();

    private final JdbcTemplate jdbc;
    private final ViewTable<Day> days;
    private final ViewTable<Product> products;

    BestSellerProjection(ViewFrame frame) {
        // A row contains a stock's events up to a position: a dead letter holds back the later ones.
        super(frame, ViewEvents.of(ProductId.TYPE, StockId.TYPE), DAYS, PRODUCTS);
        this.jdbc = frame.jdbc();
        this.days = frame.table(DAYS);
        this.products = frame.table(PRODUCTS);
    }

    /**
     * A product's pieces on a day.
     *
     * @param day days since 1970-01-01 in UTC
     * @param sold below 0 when more came back
     */
    record Day(long day, String productId, long sold, long position) {

        private Day plus(Day other) {
            return new Day(day, productId, sold + other.sold, other.position);
        }
    }

    /** A product and its name. */
    record Product(String productId, String name, boolean withdrawn, long position) {}

    @EventHandler
    void on(ProductCreated event, DomainEventMessage<?> message) {
        add(event.productId().value(), event, message);
    }

    @EventHandler
    void on(ProductWithdrawn event, DomainEventMessage<?> message) {
        add(event.productId().value(), event, message);
    }

    @EventHandler
    void on(StockSold event, DomainEventMessage<?> message) {
        add(event.stockId().value(), event, message);
    }

    @EventHandler
    void on(StockReturned event, DomainEventMessage<?> message) {
        add(event.stockId().value(), event, message);
    }

    @Override
    protected void write(List<ViewChange<String, Object>> changes) {
        Map<Long, List<Day>> byDay = new TreeMap<>();
        for (ViewChange<String, Object> change : changes) {
            String product = change.key();
            long position = change.origin().position();
            switch (change.event()) {
                case ProductCreated e -> products.write(jdbc, List.of(new Product(product, e.name(), false, position)));
                case ProductWithdrawn e -> withdraw(product, position);
                case StockSold e -> {
                    long sold = e.lines().stream().mapToLong(HeldLine::quantity).sum();
                    collect(new Day(dayOf(e.soldAt()), product, sold, position), byDay);
                }
                case StockReturned e -> {
                    long returned =
                            e.lines().stream().mapToLong(StockLine::quantity).sum();
                    collect(new Day(dayOf(e.returnedAt()), product, -returned, position), byDay);
                }
                default -> throw new IllegalArgumentException("It is no sale: " + change.event());
            }
        }
        byDay.forEach(this::add);
    }

    private static long dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }

    private static void collect(Day sold, Map<Long, List<Day>> byDay) {
        byDay.computeIfAbsent(sold.day(), day -> new ArrayList<>()).add(sold);
    }

    private void withdraw(String product, long position) {
        jdbc.update(
                "UPDATE " + products.name() + " SET withdrawn = 1, position = ? WHERE product_id = ? AND position < ?",
                position,
                product,
                position);
    }

    private void add(long day, List<Day> sales) {
        Map<String, Long> contained = new HashMap<>();
        List<Object[]> keys = sales.stream()
                .map(Day::productId)
                .distinct()
                .map(product -> new Object[] {day, product})
                .toList();
        days.lock(jdbc, keys).forEach(row -> contained.put(row.productId(), row.position()));
        Map<String, Day> sums = new LinkedHashMap<>();
        for (Day sale : sales) {
            if (sale.position() > contained.getOrDefault(sale.productId(), 0L)) {
                sums.merge(sale.productId(), sale, Day::plus);
            }
        }
        days.write(jdbc, sums.values());
    }
}
