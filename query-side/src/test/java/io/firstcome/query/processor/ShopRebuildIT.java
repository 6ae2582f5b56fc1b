package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.query.CouponTestData;
import io.firstcome.query.OrderScenario;
import io.firstcome.query.OrderTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.WalletTestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The views of orders, payments, points and pieces: the same events twice, and all events anew. */
class ShopRebuildIT {

    private static final List<String> GROUPS = List.of("order", "payment", "points", "user-coupon", "coupon");
    private static final List<String> TABLES = List.of(
            "order_view",
            "order_line_view",
            "order_history_view",
            "payment_view",
            "payment_refund_view",
            "payment_history_view",
            "wallet_view",
            "wallet_history_view",
            "user_coupon_view",
            "coupon_view");

    private QuerySide querySide;

    @BeforeEach
    void start() {
        querySide = QuerySide.start(Map.of("firstcome.processor.batch-size", 20));
        WalletTestData purse = new WalletTestData("u");
        querySide.store(List.of(purse.charged(1_000_000)));
        CouponTestData campaign = new CouponTestData("c");
        querySide.store(List.of(campaign.created(1_000)));
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < OrderScenario.COUNT; i++) {
                String id = "o-" + round + "-" + i;
                OrderScenario story = OrderScenario.of(i, id, "u");
                List<DomainEventMessage<?>> events = new ArrayList<>(story.events());
                events.add(purse.spent(id, OrderTestData.POINTS));
                events.add(purse.refunded(id, 1_000));
                events.add(campaign.issued("u"));
                querySide.store(events);
            }
            int piece = round * OrderScenario.COUNT + 1;
            querySide.store(List.of(
                    campaign.redeemed("u", piece), campaign.restored("u", piece), campaign.redeemed("u", piece + 1)));
        }
        querySide.awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        querySide.close();
    }

    private Map<String, List<Map<String, Object>>> content() {
        Map<String, List<Map<String, Object>>> content = new LinkedHashMap<>();
        TABLES.forEach(table -> content.put(table, querySide.rows(table)));
        return content;
    }

    private EventProcessor processor(String group) {
        return querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor(group)
                .orElseThrow();
    }

    @Test
    void givenTheSameEventsTwice_whenHandled_thenNothingChanges() {
        Map<String, List<Map<String, Object>>> before = content();
        for (String group : GROUPS) {
            processor(group).shutDown();
            querySide
                    .jdbc()
                    .update("UPDATE token_entry SET token = '{\"globalIndex\":0}' WHERE processor_name = ?", group);
            processor(group).start();
        }
        querySide.awaitCaughtUp();

        assertThat(before.values()).noneMatch(List::isEmpty);
        assertThat(content()).isEqualTo(before);
        assertThat(GROUPS).allMatch(group -> querySide.deadLetters(group) == 0);
    }

    @Test
    void givenDamagedViews_whenRebuilt_thenTheyHaveTheContentOfBefore() {
        Map<String, List<Map<String, Object>>> before = content();
        querySide.jdbc().update("UPDATE order_view SET status = 'PENDING', position = 1");
        querySide.jdbc().update("DELETE FROM order_line_view");
        querySide.jdbc().update("DELETE FROM order_history_view LIMIT 5");
        querySide.jdbc().update("UPDATE payment_view SET refunded = 0");
        querySide.jdbc().update("DELETE FROM payment_refund_view");
        querySide.jdbc().update("DELETE FROM payment_history_view");
        querySide.jdbc().update("UPDATE wallet_view SET balance = 0");
        querySide.jdbc().update("DELETE FROM wallet_history_view LIMIT 5");
        querySide.jdbc().update("UPDATE user_coupon_view SET redeemed_at = NULL");
        querySide.jdbc().update("UPDATE coupon_view SET redeemed = 0");

        GROUPS.forEach(group -> querySide.bean(RebuildTable.class).request(group));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> GROUPS.stream()
                        .allMatch(group -> querySide
                                        .bean(ProcessorStatuses.class)
                                        .find(group)
                                        .map(ProcessorStatus::rebuild)
                                        .orElseThrow()
                                        .state()
                                == RebuildState.DONE));
        querySide.awaitCaughtUp();

        assertThat(content()).isEqualTo(before);
    }
}
