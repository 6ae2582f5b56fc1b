package io.firstcome.standalone.catalogue;

import io.firstcome.standalone.catalogue.MessageCatalogue.Command;
import io.firstcome.standalone.catalogue.MessageCatalogue.Consumer;
import io.firstcome.standalone.catalogue.MessageCatalogue.Event;
import io.firstcome.standalone.catalogue.MessageCatalogue.Kind;
import io.firstcome.standalone.catalogue.MessageCatalogue.Query;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The catalogue as Mermaid: one diagram for each context, and one of all. */
final class FlowDiagrams {

    private static final String HEAD = """
            %% Generated from the code by MessageCatalogueTest, which also says how. Not to be edited.
            flowchart LR
            """;
    private static final String STYLES = """
            classDef command fill:#dbeafe,stroke:#1d4ed8,color:#111
            classDef event fill:#ffedd5,stroke:#c2410c,color:#111
            classDef consumer fill:#dcfce7,stroke:#15803d,color:#111
            classDef query fill:#f3e8ff,stroke:#7e22ce,color:#111
            """;

    private final MessageCatalogue catalogue;

    FlowDiagrams(MessageCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** File name to content. */
    Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        files.put("overview.mmd", overview());
        catalogue.contexts().forEach(context -> files.put(context + ".mmd", context(context)));
        return files;
    }

    private String context(String context) {
        List<Command> commands = catalogue.commands().stream()
                .filter(command -> command.context().equals(context))
                .toList();
        List<Event> events = catalogue.events().stream()
                .filter(event -> event.context().equals(context))
                .toList();
        List<Consumer> consumers = catalogue.consumers().stream()
                .filter(consumer ->
                        events.stream().anyMatch(event -> consumer.events().contains(event.name())))
                .toList();
        StringBuilder diagram = new StringBuilder(HEAD);
        commands.stream()
                .flatMap(command -> command.handlers().stream())
                .distinct()
                .sorted()
                .forEach(handler -> {
                    line(diagram, 1, "subgraph " + handler);
                    commands.stream()
                            .filter(command -> command.handlers().contains(handler))
                            .forEach(command ->
                                    line(diagram, 2, command.name() + "[/" + command.name() + "/]:::command"));
                    line(diagram, 1, "end");
                });
        events.forEach(event -> line(diagram, 1, event.name() + "([" + label(event) + "]):::event"));
        consumers.forEach(consumer -> line(diagram, 1, consumer.name() + "[\"" + label(consumer) + "\"]:::consumer"));
        commands.forEach(command -> edges(command, diagram));
        events.forEach(event -> consumers.stream()
                .filter(consumer -> consumer.events().contains(event.name()))
                .forEach(consumer ->
                        line(diagram, 1, event.name() + (consumer.takesAll() ? " -.-> " : " --> ") + consumer.name())));
        queries(consumers, diagram);
        return styled(diagram);
    }

    private static void edges(Command command, StringBuilder diagram) {
        command.senders().forEach(sender -> line(diagram, 1, sender + " --> " + command.name()));
        command.emits().forEach(event -> line(diagram, 1, command.name() + " --> " + event));
    }

    /** The queries that are answered from what the consumers keep. */
    private void queries(List<Consumer> consumers, StringBuilder diagram) {
        consumers.stream()
                .flatMap(this::queriesOf)
                .distinct()
                .forEach(query -> line(
                        diagram, 1, query.name() + "{{\"" + query.name() + "<br/>" + query.handler() + "\"}}:::query"));
        consumers.forEach(consumer -> queriesOf(consumer)
                .forEach(query ->
                        line(diagram, 1, consumer.name() + " -->|view " + query.view() + "| " + query.name())));
    }

    private Stream<Query> queriesOf(Consumer consumer) {
        return catalogue.queries().stream()
                .filter(query ->
                        consumer.kind() == Kind.PROJECTION && query.view().equals(consumer.view()));
    }

    private String overview() {
        StringBuilder diagram = new StringBuilder(HEAD);
        catalogue.events().stream()
                .flatMap(event -> event.emitters().stream())
                .distinct()
                .sorted()
                .forEach(aggregate -> aggregate(aggregate, diagram));
        catalogue
                .consumers()
                .forEach(consumer -> line(diagram, 1, consumer.name() + "[\"" + label(consumer) + "\"]:::consumer"));
        queries(catalogue.consumers(), diagram);
        return styled(diagram);
    }

    private void aggregate(String aggregate, StringBuilder diagram) {
        line(diagram, 1, aggregate + "[" + aggregate + "]:::command");
        catalogue.commands().stream()
                .filter(command -> command.handlers().contains(aggregate))
                .flatMap(command -> command.senders().stream())
                .distinct()
                .sorted()
                .forEach(sender -> line(
                        diagram,
                        1,
                        sender + " -->|\"" + String.join("<br/>", commandsOf(aggregate, sender)) + "\"| " + aggregate));
        for (Consumer consumer : catalogue.consumers()) {
            List<String> events = catalogue.events().stream()
                    .filter(event -> event.emitters().contains(aggregate)
                            && consumer.events().contains(event.name()))
                    .map(Event::name)
                    .toList();
            if (consumer.takesAll()) {
                line(diagram, 1, aggregate + " -.->|all| " + consumer.name());
            } else if (!events.isEmpty()) {
                line(diagram, 1, aggregate + " -->|\"" + String.join("<br/>", events) + "\"| " + consumer.name());
            }
        }
    }

    private List<String> commandsOf(String aggregate, String sender) {
        return catalogue.commands().stream()
                .filter(command -> command.handlers().contains(aggregate)
                        && command.senders().contains(sender))
                .map(Command::name)
                .toList();
    }

    private static String label(Event event) {
        return event.notConsumed() ? "\"" + event.name() + "<br/>for the record\"" : event.name();
    }

    private static String label(Consumer consumer) {
        String what = consumer.kind() == Kind.BRIDGE ? "<br/>every event, to Kafka" : "";
        return consumer.name() + "<br/>group " + consumer.group() + what;
    }

    private static String styled(StringBuilder diagram) {
        STYLES.lines().forEach(style -> line(diagram, 1, style));
        return diagram.toString();
    }

    private static void line(StringBuilder diagram, int depth, String text) {
        diagram.append("    ".repeat(depth)).append(text).append('\n');
    }
}
