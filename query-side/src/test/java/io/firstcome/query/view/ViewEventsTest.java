package io.firstcome.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class ViewEventsTest {

    private record Told(String of) {}

    private static Object sequence(ViewEvents events, Object payload) {
        return String.valueOf(
                events.getSequenceIdentifierFor(new GenericDomainEventMessage<>("payment", "payment:1", 7, payload)));
    }

    @Test
    void givenEvents_whenNothingIsSaid_thenTheirSequenceIsTheAggregate() {
        ViewEvents events = ViewEvents.of("payment");

        assertThat(sequence(events, "text")).isEqualTo("payment:1");
        assertThat(events.getSequenceIdentifierFor(GenericEventMessage.asEventMessage("text")))
                .isNull();
    }

    @Test
    void givenEventsOfAnotherSequence_whenOneCannotBeRead_thenItHoldsBackNoOther() {
        ViewEvents events = ViewEvents.of("payment")
                .sequencedBy(Told.class, told -> "order:" + told.of().strip());

        assertThat(sequence(events, new Told("2"))).isEqualTo("order:2");
        assertThat(sequence(ViewEvents.of("payment").sequencedBy(Record.class, any -> "records"), new Told("2")))
                .as("an event of a subtype")
                .isEqualTo("records");
        assertThat(sequence(events, "text")).isEqualTo("payment:1");
        ViewEvents broken = events.sequencedBy(Told.class, told -> {
            throw new IllegalStateException("unreadable");
        });
        assertThat(sequence(broken, new Told("2"))).isEqualTo("payment:1@7");
    }
}
