package io.firstcome.query.bridge;

import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import java.util.HashMap;
import java.util.Map;

/** Writes a CloudEvent as one JSON object, the value of the record: any consumer can read it without a library. */
public final class StructuredCloudEventSerializer extends CloudEventSerializer {

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        Map<String, Object> structured = new HashMap<>(settings);
        structured.put(ENCODING_CONFIG, Encoding.STRUCTURED);
        structured.put(EVENT_FORMAT_CONFIG, JsonFormat.CONTENT_TYPE);
        super.configure(structured, isKey);
    }
}
