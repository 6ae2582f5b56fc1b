package io.firstcome.standalone.catalogue;

import io.firstcome.standalone.catalogue.MessageCatalogue.Command;
import io.firstcome.standalone.catalogue.MessageCatalogue.Event;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the flow of messages, one sentence each. */
final class CatalogueCheck {

    private CatalogueCheck() {}

    static List<String> faults(MessageCatalogue catalogue) {
        List<String> faults = new ArrayList<>();
        catalogue.commands().forEach(command -> check(command, faults));
        catalogue
                .events()
                .forEach(event -> check(event, !catalogue.consumersOf(event).isEmpty(), faults));
        catalogue.consumers().stream()
                .filter(consumer -> consumer.group().isEmpty())
                .forEach(consumer -> faults.add(consumer.name() + " handles events without a @ProcessingGroup"));
        return faults;
    }

    private static void check(Command command, List<String> faults) {
        if (command.handlers().isEmpty()) {
            faults.add("Nobody handles " + command.name());
        } else if (command.handlers().size() > 1) {
            faults.add(command.name() + " has " + command.handlers().size() + " handlers: " + command.handlers());
        }
    }

    private static void check(Event event, boolean consumed, List<String> faults) {
        if (event.emitters().isEmpty()) {
            faults.add("Nobody emits " + event.name());
        } else if (event.emitters().size() > 1) {
            faults.add(event.name() + " is emitted by several aggregates: " + event.emitters());
        }
        if (!consumed && !event.notConsumed()) {
            faults.add("Nobody consumes " + event.name() + ": handle it in a projection or mark it @NotConsumed");
        }
        if (consumed && event.notConsumed()) {
            faults.add(event.name() + " is marked @NotConsumed, but it is consumed");
        }
    }
}
