package io.firstcome.standalone.catalogue;

import java.util.List;

/**
 * All messages of a system and who sends, handles and consumes them, each list in the order of names.
 *
 * @param commands all command types with their handlers
 * @param events all stored events with those who emit and consume them
 * @param consumers who handles events
 * @param queries all handled queries
 */
record MessageCatalogue(List<Command> commands, List<Event> events, List<Consumer> consumers, List<Query> queries) {

    /**
     * A command type.
     *
     * @param handlers the classes that handle it, one entry for each handling method
     * @param emits the events that its handlers make
     * @param senders who makes it: {@code REST}, a process or the card worker
     */
    record Command(String name, String context, List<String> handlers, List<String> emits, List<String> senders) {}

    /**
     * An event type.
     *
     * @param emitters the aggregates that make it
     * @param notConsumed whether it is marked so
     */
    record Event(String name, String context, List<String> emitters, boolean notConsumed) {}

    /** What a consumer does with events. */
    enum Kind {
        PROJECTION,
        /** Remembers how far it is between events. */
        SAGA,
        /** Acts on each event by itself. */
        PROCESS,
        BRIDGE
    }

    /**
     * A class that handles events.
     *
     * @param group its processing group
     * @param view the read side's view that it keeps, or the process that it drives
     * @param events the event types that it handles; all of them for a bridge
     */
    record Consumer(String name, Kind kind, String group, String view, List<String> events) {

        /** Takes whatever there is, so that it says nothing about a single event. */
        boolean takesAll() {
            return kind == Kind.BRIDGE;
        }
    }

    /** A query and the class that answers it from a view. */
    record Query(String name, String view, String handler) {}

    /** The consumers that handle the event by its type. */
    List<Consumer> consumersOf(Event event) {
        return consumers.stream()
                .filter(consumer -> !consumer.takesAll() && consumer.events().contains(event.name()))
                .toList();
    }

    /** The contexts that have an event, in the order of names. */
    List<String> contexts() {
        return events.stream().map(Event::context).distinct().sorted().toList();
    }
}
