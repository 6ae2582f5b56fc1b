package io.firstcome.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.ConstructorDetector;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of the API. It is not a bean: the event store, the Kafka bridge and springdoc have mappers of their own, and
 * none of them may become strict by accident.
 *
 * <p>Read strictly: no unknown field, no field twice, nothing after the end, no value converted to another type. Written
 * plainly: in the order of the record, without null fields, instants as RFC 3339 in UTC.
 */
final class StrictJson {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_STRING_LENGTH = 64 * 1024;

    private StrictJson() {}

    static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxStringLength(MAX_STRING_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .constructorDetector(ConstructorDetector.USE_PROPERTIES_BASED)
                .changeDefaultPropertyInclusion(ignored ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addModule(new SimpleModule("firstcome-api")
                        .addDeserializer(String.class, new TextDeserializer())
                        .addDeserializer(Instant.class, new Instants.UtcReader())
                        .addDeserializer(Long.class, SafeInteger.LongReader.of(Long.class))
                        .addDeserializer(long.class, SafeInteger.LongReader.of(long.class)));
        return withoutCoercions(builder).build();
    }

    /** An empty string is a string: neither null nor an empty object, for any type. */
    private static JsonMapper.Builder withoutCoercions(JsonMapper.Builder builder) {
        builder.withCoercionConfigDefaults(
                defaults -> defaults.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail));
        for (LogicalType type : LogicalType.values()) {
            if (type != LogicalType.Textual && type != LogicalType.Collection && type != LogicalType.Array) {
                builder.withCoercionConfig(
                        type, config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
            }
        }
        return builder;
    }
}
