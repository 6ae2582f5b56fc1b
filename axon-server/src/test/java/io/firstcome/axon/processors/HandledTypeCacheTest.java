package io.firstcome.axon.processors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

class HandledTypeCacheTest {

    private static final EventMessage<?> KNOWN = GenericEventMessage.asEventMessage("text");
    private static final EventMessage<?> UNKNOWN = GenericEventMessage.asEventMessage(1);

    private final Asked handlers = new Asked();

    /** Handles texts, and says of each event that it is not its own. */
    private static final class Asked implements EventHandlerInvoker {

        private final List<Object> types = new ArrayList<>();
        private final List<Object> events = new ArrayList<>();

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            events.add(message.getPayload());
            return false;
        }

        @Override
        public boolean canHandleType(Class<?> payloadType) {
            types.add(payloadType);
            return payloadType == String.class;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            throw new AssertionError("Nothing is handled here");
        }
    }

    @Test
    void givenView_whenManyEventsOfATypeCome_thenItIsAskedOnceAboutTheTypeAndNeverAboutAnEvent() {
        HandledTypeCache view = new HandledTypeCache(handlers, true, () -> {});

        assertThat(view.handles(KNOWN)).isTrue();
        assertThat(view.handles(KNOWN)).isTrue();
        assertThat(view.handles(UNKNOWN)).isFalse();
        assertThat(handlers.types).containsExactly(String.class, Integer.class);
        assertThat(handlers.events).isEmpty();
    }

    @Test
    void givenViewWithAPartOfTheEvents_whenOneComes_thenItIsAskedWhetherItIsInItsPart() {
        HandledTypeCache view = new HandledTypeCache(handlers, true, () -> {});

        assertThat(view.canHandle(KNOWN, Segment.ROOT_SEGMENT.split()[0])).isFalse();
        assertThat(handlers.events).containsExactly("text");
    }

    @Test
    void givenProcess_whenAnEventComes_thenItIsAskedWhetherItBelongsToOne() {
        HandledTypeCache process = new HandledTypeCache(handlers, false, () -> {});

        assertThat(process.handles(KNOWN)).isFalse();
        assertThat(process.handles(UNKNOWN)).isFalse();
        assertThat(handlers.events).containsExactly("text");
    }
}
