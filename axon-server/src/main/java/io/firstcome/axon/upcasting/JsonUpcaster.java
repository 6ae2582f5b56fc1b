package io.firstcome.axon.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the JSON of one revision of one event into that of the next. The name stays. */
abstract class JsonUpcaster extends SingleEventUpcaster {

    private final SimpleSerializedType from;
    private final SimpleSerializedType to;

    JsonUpcaster(String event, int from, int to) {
        this.from = new SimpleSerializedType(event, Integer.toString(from));
        this.to = new SimpleSerializedType(event, Integer.toString(to));
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(to, JsonNode.class, json -> upcast((ObjectNode) json.deepCopy()));
    }

    /** Changes a copy of the stored JSON, and returns it. */
    abstract ObjectNode upcast(ObjectNode json);
}
