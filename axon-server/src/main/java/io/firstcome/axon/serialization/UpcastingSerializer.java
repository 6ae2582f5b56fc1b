package io.firstcome.axon.serialization;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of older revisions, too, where Axon does not upcast: in its queue of dead letters, which keeps an event as it was when it
 * was dead-lettered. It writes like the serializer behind it.
 */
public final class UpcastingSerializer implements Serializer {

    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public UpcastingSerializer(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> stored) {
        List<IntermediateEventRepresentation> today =
                upcasters.upcast(Stream.of(representationOf(stored))).toList();
        if (today.size() != 1) {
            throw new IllegalStateException("One " + stored.getType().getName() + " became " + today.size());
        }
        return serializer.deserialize(today.get(0).getData());
    }

    private IntermediateEventRepresentation representationOf(SerializedObject<?> stored) {
        SerializedType type = stored.getType();
        Object data = stored.getData();
        return new InitialEventRepresentation(
                new GenericDomainEventEntry<Object>(
                        "", "", 0, "", Instant.EPOCH, type.getName(), type.getRevision(), data, NO_METADATA),
                serializer);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        return serializer.serialize(object, expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return serializer.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        return serializer.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        return serializer.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return serializer.getConverter();
    }
}
