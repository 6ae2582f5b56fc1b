package io.firstcome.query.bestseller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.bestseller.BestSellerQuery.FindBestSellers;
import io.firstcome.query.querying.QueryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was sold, on which day. The clock is the real one, so days are counted back from today. */
class BestSellerIT {

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static String best(BestSellerPeriod period, int limit) {
        return querySide.bean(QueryClient.class).list(new FindBestSellers(period, limit), BestSeller.class).stream()
                .map(item -> item.productId() + ":" + item.sold())
                .collect(Collectors.joining(" "));
    }

    private static List<DomainEventMessage<?>> sales() {
        ProductTestData tea = new ProductTestData("tea", "green", "black");
        ProductTestData mug = new ProductTestData("mug");
        ProductTestData back = new ProductTestData("back");
        ProductTestData gone = new ProductTestData("gone");
        ProductTestData tie = new ProductTestData("tie");
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (ProductTestData goods : List.of(tea, mug, back, gone, tie)) {
            events.add(goods.created());
            events.add(goods.opened(1_000));
            events.add(goods.held("h", 0, 500, false));
        }
        events.add(tea.held("i", 1, 500, false));
        events.add(tea.sold("h", 0, 3, false, daysAgo(0)));
        events.add(tea.sold("i", 1, 4, false, daysAgo(0)));
        events.add(tea.sold("h", 0, 10, false, daysAgo(2)));
        events.add(mug.sold("h", 0, 9, false, daysAgo(0)));
        events.add(mug.sold("h", 0, 100, false, daysAgo(7)));
        events.add(mug.returned("h", 0, 1, false, daysAgo(0)));
        events.add(back.sold("h", 0, 20, false, daysAgo(5)));
        events.add(back.returned("h", 0, 5, false, daysAgo(1)));
        events.add(gone.sold("h", 0, 50, false, daysAgo(0)));
        events.add(gone.withdrawn());
        events.add(tie.sold("h", 0, 7, false, daysAgo(0)));
        return events;
    }

    @Test
    void givenSales_whenTheBestAreAskedFor_thenTheDaysOfThePeriodCountOnceEach() {
        querySide.store(sales());
        querySide.awaitCaughtUp();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(best(BestSellerPeriod.DAY, 10)).isEqualTo("mug:8 tea:7 tie:7"));
        assertThat(best(BestSellerPeriod.DAY, 2)).isEqualTo("mug:8 tea:7");
        assertThat(best(BestSellerPeriod.THREE_DAYS, 10)).isEqualTo("tea:17 mug:8 tie:7");
        assertThat(best(BestSellerPeriod.WEEK, 10)).isEqualTo("tea:17 back:15 mug:8 tie:7");

        List<Map<String, Object>> days = querySide.rows("best_seller_day");
        var processor = querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("best-seller")
                .orElseThrow();
        processor.shutDown();
        querySide
                .jdbc()
                .update("UPDATE token_entry SET token = '{\"globalIndex\":0}' WHERE processor_name = 'best-seller'");
        processor.start();
        querySide.awaitCaughtUp();
        assertThat(querySide.rows("best_seller_day")).isEqualTo(days);
    }
}
