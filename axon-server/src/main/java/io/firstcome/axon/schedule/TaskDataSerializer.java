package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The data of a task as JSON, so that an operator can read it and a later version, too. */
final class TaskDataSerializer implements Serializer {

    private static final byte[] NOTHING = new byte[0];

    private final JsonMapper mapper;

    TaskDataSerializer(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] serialize(@Nullable Object data) {
        return data == null ? NOTHING : mapper.writeValueAsBytes(data);
    }

    @Override
    @SuppressWarnings("NullAway") // a task without data gets null for it; the library's interface cannot say so
    public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
        return data == null || data.length == 0 ? null : mapper.readValue(data, type);
    }
}
