package io.firstcome.standalone.catalogue.sample;

import io.firstcome.standalone.catalogue.sample.TeaCommand.BrewTea;
import io.firstcome.standalone.catalogue.sample.TeaCommand.PourTea;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/** Handles commands, one of them by way of a method of its own. */
final class Teapot {

    @CommandHandler
    TeaEvent handle(BrewTea command) {
        return brewed();
    }

    private static TeaEvent brewed() {
        return new TeaEvent.TeaBrewed();
    }

    @CommandHandler
    List<TeaEvent> handle(PourTea command) {
        return List.of(new TeaEvent.TeaPoured(), new TeaEvent.TeaSpilled(), new TeaEvent.TeaCooled());
    }
}
