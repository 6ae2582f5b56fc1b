package io.firstcome.command.wrong.rest;

import io.firstcome.command.wrong.domain.WrongThing;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.web.bind.annotation.RestController;

/** A controller of another name that goes around the gateway and into the domain. */
@RestController
public class WrongEndpoint {

    private final CommandBus bus;

    WrongEndpoint(CommandBus bus) {
        this.bus = bus;
    }

    /** A body of another name. */
    public record Body(String text, boolean known) {}

    Body post() {
        return new Body(bus.toString(), WrongThing.class.isInterface());
    }
}
