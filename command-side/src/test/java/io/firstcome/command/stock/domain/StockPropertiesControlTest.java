package io.firstcome.command.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The properties of {@link StockPropertiesTest} on stocks that are broken on purpose: every fault is noticed. */
class StockPropertiesControlTest {

    private static final int HISTORIES = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<StockHistory> ALL = new ArrayList<>();

    /** The histories of the properties, from a fixed seed. */
    @BeforeAll
    static void makeHistories() {
        JqwikSession.run(() -> {
            RandomGenerator<StockHistory> generator = StockHistory.any().generator(HISTORIES);
            Random random = new Random(42);
            for (int i = 0; i < HISTORIES; i++) {
                ALL.add(generator.next(random).value());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenStock_whenTheModelDecidesToo_thenTheyDiffer(BrokenStock broken) {
        assertThat(ALL).anyMatch(history -> !history.sentTo(broken.make()).equals(history.sentTo(new NaiveStock())));
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenStock_whenItBreaksAnInvariant_thenTheCheckTells(BrokenStock broken) {
        assertThat(ALL.stream()
                        .anyMatch(history -> !StockInvariants.violations(history, history.sentTo(broken.make()))
                                .isEmpty()))
                .isEqualTo(broken.breaksInvariant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shelf",
                "holds",
                "saleFrom",
                "saleUntil",
                "closed",
                "limitPerUser",
                "piecesOfUsers",
                "open",
                "ended",
                "price",
                "stock",
                "preOrder",
                "pool",
                "users",
                "from",
                "until",
                "onHand",
                "held",
                "sold",
                "lines"
            })
    void givenSnapshotThatLosesOneField_whenCommandsGoOn_thenADecisionDiffers(String field) {
        assertThat(ALL)
                .anyMatch(history -> !history.sentTo(
                                new AxonStocks(json -> without(field, json)),
                                history.commands().size() / 2)
                        .equals(history.sentTo(new NaiveStock())));
    }

    private static String without(String field, String json) {
        JsonNode tree = JSON.readTree(json);
        remove(field, tree);
        return tree.toString();
    }

    private static void remove(String field, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
        node.forEach(child -> remove(field, child));
    }

    @Test
    void givenHistories_whenDecided_thenEveryRefusalAndEveryEventOccurs() {
        Set<RejectionCode> refusals = new HashSet<>();
        Set<HoldRefusal> holdRefusals = EnumSet.noneOf(HoldRefusal.class);
        Set<Class<?>> events = new HashSet<>();
        for (StockHistory history : ALL) {
            for (Outcome outcome : history.sentTo(new NaiveStock())) {
                outcome.events().forEach(event -> events.add(event.getClass()));
                outcome.events().stream()
                        .filter(StockHoldRefused.class::isInstance)
                        .forEach(event -> holdRefusals.add(((StockHoldRefused) event).reason()));
                if (outcome.rejection() != null) {
                    refusals.add(outcome.rejection());
                }
            }
        }

        assertThat(refusals).containsExactlyInAnyOrder(StockErrorCode.values());
        assertThat(holdRefusals)
                .isEqualTo(EnumSet.complementOf(EnumSet.of(HoldRefusal.SEAT_NOT_FOUND, HoldRefusal.SEAT_TAKEN)));
        assertThat(events).containsExactlyInAnyOrder(StockEvent.class.getPermittedSubclasses());
    }
}
