package io.firstcome.standalone.catalogue.sample;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Consumes some events; it has no processing group. */
final class TeaProjection {

    private final List<TeaEvent> seen = new ArrayList<>();

    @EventHandler
    void on(TeaEvent.TeaBrewed event) {
        seen.add(event);
    }

    @EventHandler
    void on(TeaEvent.TeaCooled event) {
        seen.add(event);
    }

    @EventHandler
    void on(TeaEvent.TeaForgotten event) {
        seen.add(event);
    }
}
