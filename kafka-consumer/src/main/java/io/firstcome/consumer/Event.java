package io.firstcome.consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a consumer needs of a CloudEvent. It ignores all other fields, so that new ones do no harm.
 *
 * @param id the same when the event comes twice
 * @param key of the thing that it happened to: events of one key are in order
 * @param position grows from event to event, over all keys and topics
 */
record Event(String id, String type, String key, long position, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Reads the value of a record.
     *
     * @throws UnreadableEventException when it is no CloudEvent of Firstcome
     */
    static Event read(ConsumerRecord<String, String> record) {
        try {
            JsonNode event = JSON.readTree(record.value());
            return new Event(
                    event.required("id").stringValue(),
                    event.required("type").stringValue(),
                    event.required("subject").stringValue(),
                    Long.parseLong(event.required("position").stringValue()),
                    event.required("data"));
        } catch (RuntimeException e) {
            throw new UnreadableEventException(e);
        }
    }
}
