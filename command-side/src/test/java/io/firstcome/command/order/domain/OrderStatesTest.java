package io.firstcome.command.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

/** Holds the diagram of the order's states in docs/orders.md to the code: what every command does in every situation. */
class OrderStatesTest {

    private static final String START = "[*]";
    private static final AggregateModel<Order> MODEL = AnnotatedAggregateMetaModelFactory.inspectAggregate(Order.class);

    @Test
    void givenEveryCommandInEverySituation_whenDecided_thenTheDiagramHasExactlyTheseTransitions() throws IOException {
        Set<String> transitions = new TreeSet<>();
        for (OrderScenario situation : OrderScenario.values()) {
            EveryDecisionTest.COMMANDS.values().forEach(command -> {
                MemoryAxon axon = EveryDecisionTest.axonIn(situation);
                addTransitions(situation, axon.send(command), transitions);
            });
        }

        assertThat(drawn()).as("docs/orders.md").containsExactlyInAnyOrderElementsOf(withEnds(transitions));
    }

    private static void addTransitions(OrderScenario situation, Decision decision, Set<String> transitions) {
        Order order = new Order();
        situation.events().forEach(event -> MODEL.publish(GenericEventMessage.asEventMessage(event), order));
        String before = order.isPlaced() ? order.status.name() : START;
        for (Object event : decision.events()) {
            MODEL.publish(GenericEventMessage.asEventMessage(event), order);
            transitions.add(
                    before + " --> " + order.status + ": " + event.getClass().getSimpleName());
            before = order.status.name();
        }
    }

    /** Where nothing leads away from, it ends. */
    private static Set<String> withEnds(Set<String> transitions) {
        Set<String> all = new TreeSet<>(transitions);
        Arrays.stream(Status.values())
                .filter(status -> transitions.stream().noneMatch(line -> line.startsWith(status + " -->")))
                .forEach(status -> all.add(status + " --> " + START));
        return all;
    }

    private static Set<String> drawn() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "orders.md"));
        String diagram = page.substring(page.indexOf("stateDiagram-v2"));
        return diagram.substring(0, diagram.indexOf("```"))
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("-->"))
                .collect(Collectors.toSet());
    }
}
