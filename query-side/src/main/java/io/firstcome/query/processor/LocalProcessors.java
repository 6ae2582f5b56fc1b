package io.firstcome.query.processor;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The event processors that run in this process. */
@Component
class LocalProcessors {

    private final ObjectProvider<EventProcessingConfiguration> axon;

    LocalProcessors(ObjectProvider<EventProcessingConfiguration> axon) {
        this.axon = axon;
    }

    SortedMap<String, StreamingEventProcessor> all() {
        SortedMap<String, StreamingEventProcessor> processors = new TreeMap<>();
        axon.getObject().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) {
                processors.put(name, streaming);
            }
        });
        return processors;
    }

    Optional<StreamingEventProcessor> find(String name) {
        return Optional.ofNullable(all().get(name));
    }
}
