package io.firstcome.axon.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.events.EventFamilies;
import java.time.Instant;
import java.util.Collection;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/** The serializers of the system, all JSON on Jackson 3. */
public final class Serializers {

    private Serializers() {}

    /** For events: stable names, ids as plain strings, absent fields instead of nulls, unknown fields ignored. */
    public static Serializer forEvents() {
        return new NamedTypesSerializer(builder(Serializers::common), EventFamilies.eventTypes());
    }

    /** The JSON of events, for a mapper that adds rules of its own. */
    public static JsonMapper.Builder eventJson() {
        return common(JsonMapper.builder());
    }

    /** For the states of processes: their fields, whatever their visibility, under the simple names of {@code types}. */
    public static Serializer forProcesses(Collection<Class<?>> types) {
        return new NamedTypesSerializer(builder(mapper -> fields(common(mapper))), types.stream());
    }

    /**
     * For tokens and messages, by class name. The type validator is needed to read a replay token back: without it a
     * processor that was reset never starts again.
     */
    public static Serializer general() {
        return build(mapper -> common(mapper)
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("io.firstcome.")
                        .allowIfSubType("java.lang.")
                        .build()));
    }

    /** For snapshots of aggregates: their fields, whatever their visibility. */
    public static Serializer forSnapshots(Iterable<? extends JacksonModule> modules) {
        return build(mapper -> fields(common(mapper).addModules(modules)));
    }

    private static JsonMapper.Builder fields(JsonMapper.Builder mapper) {
        return mapper.changeDefaultVisibility(visibility -> visibility
                .withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE));
    }

    /** For the data of tasks: fields of any visibility, ids as plain strings. */
    public static JsonMapper forTasks() {
        return common(JsonMapper.builder())
                .changeDefaultVisibility(visibility -> visibility.withFieldVisibility(Visibility.ANY))
                .build();
    }

    private static Serializer build(Jackson3SerializerCustomizer customizer) {
        return builder(customizer).build();
    }

    private static Jackson3Serializer.Builder builder(Jackson3SerializerCustomizer customizer) {
        return Jackson3Serializer.builder().converter(new ChainingConverter()).jsonMapperBuilderCustomizer(customizer);
    }

    private static JsonMapper.Builder common(JsonMapper.Builder mapper) {
        return mapper.addModule(new IdsModule())
                .addModule(new SimpleModule("firstcome-instants").addDeserializer(Instant.class, new InstantReader()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // An old event may lack a primitive that was added later.
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}
