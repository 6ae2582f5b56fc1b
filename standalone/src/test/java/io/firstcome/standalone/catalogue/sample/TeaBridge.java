package io.firstcome.standalone.catalogue.sample;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Takes every event, which makes none of them consumed. */
@ProcessingGroup("tea-bridge")
final class TeaBridge {

    private final List<EventMessage<?>> seen = new ArrayList<>();

    @EventHandler
    void on(EventMessage<?> event) {
        seen.add(event);
    }
}
