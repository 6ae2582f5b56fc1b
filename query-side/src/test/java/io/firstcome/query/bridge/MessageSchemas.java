package io.firstcome.query.bridge;

import io.firstcome.events.Ids;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Schemas of messages, made from the records of the events by the rule that makes their JSON.
 *
 * <p>A component that is not {@code @Nullable} is required. The values of an enum are examples: a consumer must bear a new one. More
 * properties are allowed for the same reason.
 */
final class MessageSchemas {

    private static final SerializationConfig CONFIG = MessageJson.MAPPER.serializationConfig();
    private static final ClassIntrospector RULE = CONFIG.classIntrospectorInstance().forOperation(CONFIG);
    private static final JsonMapper FILE = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private MessageSchemas() {}

    /** The text of the file for the {@code data} of a message. */
    static String of(String type, Class<?> event) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type);
        schema.putAll(object(CONFIG.constructType(event)));
        return FILE.writeValueAsString(schema) + "\n";
    }

    private static Map<String, Object> object(JavaType record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        addProperties(record, true, properties, required);
        return schema("type", "object", "properties", properties, "required", required);
    }

    private static void addProperties(
            JavaType record, boolean whole, Map<String, Object> properties, List<String> required) {
        for (BeanPropertyDefinition property : RULE.introspectForSerialization(
                        record, RULE.introspectClassAnnotations(record))
                .findProperties()) {
            boolean always = whole && !isNullable(record.getRawClass(), property);
            if (isFlat(property)) {
                addProperties(property.getPrimaryType(), always, properties, required);
            } else {
                properties.put(property.getName(), value(property.getPrimaryType()));
                if (always) {
                    required.add(property.getName());
                }
            }
        }
    }

    private static boolean isFlat(BeanPropertyDefinition property) {
        return CONFIG.getAnnotationIntrospector().findUnwrappingNameTransformer(CONFIG, property.getAccessor()) != null;
    }

    private static boolean isNullable(Class<?> record, BeanPropertyDefinition property) {
        RecordComponent component = Arrays.stream(record.getRecordComponents())
                .filter(candidate -> candidate.getName().equals(property.getInternalName()))
                .findFirst()
                .orElseThrow();
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> value(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return schema("type", "string");
        } else if (raw == Instant.class) {
            return schema("type", "string", "format", "date-time");
        } else if (raw == boolean.class) {
            return schema("type", "boolean");
        } else if (raw == int.class || raw == Integer.class) {
            return schema("type", "integer", "format", "int32");
        } else if (raw == long.class || raw == Long.class) {
            return schema("type", "integer", "format", "int64");
        } else if (raw.isEnum()) {
            return schema("type", "string", "examples", raw.getEnumConstants());
        } else if (raw == List.class) {
            return schema("type", "array", "items", value(type.getContentType()));
        } else if (isId(raw)) {
            return schema("type", "string", "pattern", "^" + Ids.PATTERN + "$");
        } else if (raw.isRecord()) {
            return object(type);
        }
        throw new AssertionError("Say here what " + raw + " is in JSON");
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && type.getSimpleName().endsWith("Id") && type.getRecordComponents().length == 1;
    }

    private static Map<String, Object> schema(Object... namesAndValues) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            schema.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return schema;
    }
}
