package io.firstcome.axon.serialization;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Stores events and processes under their simple names and revisions, never under their class names, so that a class may move.
 *
 * <p>Two types of one name fail at start-up.
 */
final class NamedTypesSerializer extends Jackson3Serializer {

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, SerializedType> types;

    NamedTypesSerializer(Builder builder, Stream<Class<?>> named) {
        super(builder);
        Map<String, Class<?>> byName = named.collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
        this.types = byName.values().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        type -> new SimpleSerializedType(
                                type.getSimpleName(), getRevisionResolver().revisionOf(type))));
        // Each event has it. By its name alone, Axon asks the class loader each time.
        byName.put(MetaData.class.getName(), MetaData.class);
        this.classes = Map.copyOf(byName);
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
