package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.processors.ReplayingProcessor;
import io.firstcome.query.OrderScenario;
import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A view that is filled in large parts is the one that was made event by event, wherever the parts end. */
class ReplayIT {

    private static final List<String> TABLES =
            List.of("stock_view", "stock_option_view", "order_view", "order_line_view", "order_history_view");

    private QuerySide querySide;

    @BeforeEach
    void start() {
        // A part of a replay has 32 events.
        querySide = QuerySide.start(Map.of("firstcome.processor.batch-size", 4));
        for (int i = 0; i < 5; i++) {
            ProductTestData goods = new ProductTestData("g" + i, "a", "b");
            querySide.store(List.of(goods.opened(1_000)));
            querySide.store(goods.held(40));
            querySide.store(List.of(goods.sold("h1", 0, 1, false, ProductTestData.AT), goods.received(1, 5)));
        }
        for (int i = 0; i < OrderScenario.COUNT; i++) {
            querySide.store(OrderScenario.of(i, "o-" + i, "u").events());
        }
        querySide.awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        querySide.close();
    }

    private List<List<Map<String, Object>>> content() {
        return TABLES.stream().map(querySide::rows).toList();
    }

    private ReplayingProcessor processor(String name) {
        return (ReplayingProcessor) querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor(name)
                .orElseThrow();
    }

    @Test
    void givenReplayThatEndsInTheMiddle_whenTheProcessorGoesOn_thenTheViewIsAsBefore() throws Exception {
        List<List<Map<String, Object>>> before = content();
        long head = querySide.bean(ProcessorPositions.class).head();
        for (String name : List.of("stock", "order")) {
            ReplayingProcessor processor = processor(name);
            processor.shutDown();
            processor.resetTokens();
            AtomicInteger parts = new AtomicInteger();
            processor.replay(head, () -> parts.incrementAndGet() <= 2);
            assertThat(parts).hasValue(3);
        }
        assertThat(content()).isNotEqualTo(before);

        processor("stock").start();
        processor("order").start();
        querySide.awaitCaughtUp();

        assertThat(content()).isEqualTo(before);
        assertThat(before).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    }

    @Test
    void givenEventThatCannotBeTaken_whenRebuilt_thenItIsADeadLetterAgainWithWhatFollowsAndTheRestIsAsBefore() {
        ProductTestData bad = new ProductTestData("bad");
        ProductTestData good = new ProductTestData("good");
        querySide.store(List.<DomainEventMessage<?>>of(
                bad.opened(2),
                good.opened(2),
                bad.held("too-much", 0, 3, false),
                bad.received(0, 5),
                good.received(0, 1)));
        querySide.awaitCaughtUp();
        List<List<Map<String, Object>>> before = content();
        assertThat(querySide.deadLetters("stock")).isEqualTo(2);

        querySide.rebuild("stock");
        querySide.awaitCaughtUp();

        assertThat(querySide.deadLetters("stock")).isEqualTo(2);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void givenTwoNodesAndEventsThatFlow_whenRebuilt_thenTheViewHasEachEventOnce() {
        try (QuerySide other = querySide.again()) {
            ProductTestData goods = new ProductTestData("hot");
            querySide.store(List.of(goods.opened(10_000)));
            for (int i = 0; i < 10; i++) {
                other.store(goods.held(20));
                if (i == 3) {
                    querySide.rebuild("stock");
                }
            }
            querySide.awaitCaughtUp();

            assertThat(querySide.deadLetters("stock")).isZero();
            assertThat(querySide
                            .jdbc()
                            .queryForMap("SELECT available, held FROM stock_option_view WHERE product_id = 'hot'"))
                    .containsEntry("available", 9_800L)
                    .containsEntry("held", 200L);
        }
    }
}
