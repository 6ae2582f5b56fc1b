package io.firstcome.axon.serialization;

import io.firstcome.events.EventFamilies;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Stores an event under its simple name and revision, never under its class name, so that a class may move.
 *
 * <p>The names come from {@link EventFamilies}; two events of one name fail at start-up.
 */
final class EventNameSerializer extends Jackson3Serializer {

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, SerializedType> types;

    EventNameSerializer(Builder builder) {
        super(builder);
        this.classes = EventFamilies.eventTypes().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
        this.types = classes.values().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        type -> new SimpleSerializedType(
                                type.getSimpleName(), getRevisionResolver().revisionOf(type))));
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(Class type) {
        SerializedType named = types.get(type);
        return named != null ? named : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> named = classes.get(type.getName());
        return named != null ? named : super.classForType(type);
    }
}
