package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.axon.processors.ProcessorNodes;
import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two query nodes share the views, and each tells how all of them are. */
class TwoQueryNodesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final QuerySide first = QuerySide.start();
    private final QuerySide second = first.again();

    @AfterEach
    void stop() {
        second.close();
        first.close();
    }

    private static Set<String> runBy(QuerySide node) {
        return node.bean(LocalProcessors.class).all().values().stream()
                .filter(processor -> !processor.processingStatus().isEmpty())
                .map(StreamingEventProcessor::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void awaitShared() {
        int all = first.processors().size();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> ofFirst = runBy(first);
            Set<String> ofSecond = runBy(second);
            assertThat(ofFirst.size() + ofSecond.size()).isEqualTo(all);
            assertThat(ofFirst.size() - ofSecond.size()).isBetween(-1, 1);
            assertThat(ofFirst).doesNotContainAnyElementsOf(ofSecond);
        });
    }

    private Map<String, ProcessorStatus> statuses(QuerySide node) {
        return node.bean(ProcessorStatuses.class).all().stream()
                .collect(Collectors.toMap(ProcessorStatus::name, status -> status));
    }

    @Test
    void givenTwoNodes_whenEventsAreStored_thenEachViewRunsAtOneOfThemAndAllCatchUp() {
        awaitShared();

        ProductTestData goods = new ProductTestData("1");
        first.store(List.of(goods.created("Tea", 1_000, "tea", null, null), goods.opened(10)));

        first.awaitCaughtUp();
        assertThat(first.rows("stock_view")).hasSize(1);
        assertThat(statuses(second))
                .containsOnlyKeys(first.processors())
                .containsOnlyKeys(statuses(first).keySet());
        second.close();
        await().atMost(PATIENCE)
                .until(() -> runBy(first).size() == first.processors().size());
        first.store(goods.held(4));
        first.awaitCaughtUp();
        assertThat(first.rows("stock_view").getFirst()).containsEntry("version", 4L);
    }

    @Test
    void givenViewThatFailedAtOneNode_whenTheOtherIsAsked_thenItKnowsAndShowsNothingWhenAllIsHandled() {
        awaitShared();
        String name = runBy(second).iterator().next();
        second.bean(ProcessorFailures.class).note(name, new IllegalStateException("thrown by the test"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                first.bean(ProcessorNodes.class).errors().get(name))
                        .contains("An event could not be handled; it is tried again."));
        // It has handled all events: what it once failed with is history.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses(first).values())
                        .extracting(ProcessorStatus::error)
                        .containsOnlyNulls());
        first.bean(ProcessorFailures.class).note(name, new IllegalStateException("from before it moved"));
        await().atMost(PATIENCE).until(() -> first.bean(ProcessorFailures.class).reason(name) == null);
    }
}
