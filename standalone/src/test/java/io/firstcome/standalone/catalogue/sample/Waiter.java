package io.firstcome.standalone.catalogue.sample;

import io.firstcome.standalone.catalogue.sample.TeaCommand.PourTea;
import org.axonframework.commandhandling.CommandHandler;

/** Handles a command that another class handles too. */
final class Waiter {

    @CommandHandler
    String handle(PourTea command) {
        return command.aggregateId();
    }
}
