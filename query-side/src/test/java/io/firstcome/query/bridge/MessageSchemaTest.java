package io.firstcome.query.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventSerializer;
import io.firstcome.events.EventFamilies;
import io.firstcome.query.CouponTestData;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas that others validate messages with say what is published: no less, and no more. */
class MessageSchemaTest {

    private static final Path SCHEMAS = Path.of("..", "docs", "kafka", "schemas");
    private static final String ENVELOPE = "cloudevent";
    private static final SchemaRegistry VALIDATOR =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<StoredExample> examples() throws IOException, URISyntaxException {
        return StoredExample.all();
    }

    private static String type(StoredExample example) {
        return Message.of(example.event()).type();
    }

    /** The {@code data} of the approved message. */
    private static String data(StoredExample example) {
        return example.published().lines().toList().getLast();
    }

    private static ObjectNode approved(String name) throws IOException {
        return (ObjectNode) JsonMapper.shared().readTree(Files.readString(SCHEMAS.resolve(name + ".json")));
    }

    private static Set<String> namesOfFiles() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .filter(name -> !name.equals(ENVELOPE))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> violations(JsonNode schema, String json) {
        return VALIDATOR
                .getSchema(schema.toString())
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** The schema that allows nothing but what it names. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(MessageSchemaTest::closed);
        return schema;
    }

    /** The paths of all properties that a schema names. */
    private static Set<String> named(JsonNode schema, String path) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            names.add(path + property.getKey());
            names.addAll(named(property.getValue(), path + property.getKey() + "."));
        }
        if (schema.has("items")) {
            names.addAll(named(schema.get("items"), path));
        }
        return names;
    }

    /** The paths of all fields that a message has. */
    private static Set<String> fields(JsonNode message, String path) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            names.add(path + field.getKey());
            names.addAll(fields(field.getValue(), path + field.getKey() + "."));
        }
        if (message.isArray()) {
            message.forEach(item -> names.addAll(fields(item, path)));
        }
        return names;
    }

    @Test
    void givenAllEvents_whenTheirSchemasAreMade_thenTheyAreTheApprovedOnes() throws IOException, URISyntaxException {
        Map<String, String> made = new TreeMap<>();
        Set<Class<?>> events = examples().stream()
                .map(example -> example.event().getClass())
                .collect(Collectors.toSet());
        for (StoredExample example : examples()) {
            made.put(type(example), MessageSchemas.of(type(example), example.event().getClass()));
        }
        if (Boolean.getBoolean("firstcome.schemas.write")) {
            Files.createDirectories(SCHEMAS);
            for (Map.Entry<String, String> schema : made.entrySet()) {
                Files.writeString(SCHEMAS.resolve(schema.getKey() + ".json"), schema.getValue());
            }
        }

        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(EventFamilies.eventTypes().toList());
        assertThat(namesOfFiles())
                .as("docs/kafka/schemas lacks a schema, or has one too many; write it with -Dfirstcome.schemas.write=true")
                .isEqualTo(made.keySet());
        for (Map.Entry<String, String> schema : made.entrySet()) {
            assertThat(Files.readString(SCHEMAS.resolve(schema.getKey() + ".json")))
                    .as("a published schema is another; if the change is meant: -Dfirstcome.schemas.write=true")
                    .isEqualTo(schema.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenAnApprovedMessage_whenValidated_thenItIsByItsSchemaAndHasNoOtherFields(StoredExample example)
            throws IOException {
        assertThat(violations(closed(approved(type(example))), data(example))).isEmpty();
    }

    @Test
    void givenASchema_whenComparedWithTheApprovedMessages_thenEachOfItsFieldsIsInOne()
            throws IOException, URISyntaxException {
        Map<String, Set<String>> published = new TreeMap<>();
        for (StoredExample example : examples()) {
            published
                    .computeIfAbsent(type(example), type -> new TreeSet<>())
                    .addAll(fields(JsonMapper.shared().readTree(data(example)), ""));
        }
        Map<String, Set<String>> named = new TreeMap<>();
        for (String type : namesOfFiles()) {
            named.put(type, named(approved(type), ""));
        }

        assertThat(named).isEqualTo(published);
    }

    /** The negative control. */
    @Test
    void givenAMessage_whenItIsNotByItsSchema_thenItIsNoticedButUnknownFieldsAreAllowed() throws IOException {
        String issued = "{\"couponId\":\"1\",\"userId\":\"007\",\"serial\":1000,"
                + "\"issuedAt\":\"2026-11-20T09:00:00.123456Z\",\"expiresAt\":\"2026-11-30T09:00:00.123456Z\"}";
        ObjectNode schema = approved("io.firstcome.coupon.CouponIssued.v1");

        assertThat(violations(schema, issued)).isEmpty();
        assertThat(violations(schema, issued.replace("}", ",\"more\":1}"))).isEmpty();
        assertThat(violations(schema, issued.replace("\"userId\":\"007\",", "")))
                .singleElement()
                .asString()
                .contains("userId");
        assertThat(violations(schema, issued.replace("1000", "\"1000\""))).hasSize(1);
        assertThat(violations(schema, issued.replace("2026-11-20T", "20.11.2026 "))).hasSize(1);
        assertThat(violations(closed(schema), issued.replace("}", ",\"more\":1}")))
                .hasSize(1);
    }

    @Test
    void givenRecords_whenValidated_thenTheyAreByTheSchemaOfTheEnvelopeAndHaveItsFields() throws IOException {
        ObjectNode schema = approved(ENVELOPE);
        String most = envelope(MetaData.from(Map.of("traceId", "t-1", "correlationId", "c-1", "causationId", "c-0")));
        String least = envelope(MetaData.emptyInstance());

        assertThat(violations(schema, most)).isEmpty();
        assertThat(violations(schema, least)).isEmpty();
        assertThat(JsonMapper.shared().readTree(most).propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.get("properties").propertyNames());
        assertThat(JsonMapper.shared().readTree(least).propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.get("required").valueStream()
                        .map(name -> name.stringValue())
                        .toList());
        assertThat(violations(schema, least.replace("\"position\":\"12\",", ""))).hasSize(1);
    }

    private static String envelope(MetaData metaData) {
        ProducerRecord<String, CloudEvent> record = CloudEventRecords.of(
                new GenericDomainEventMessage<>(
                        "coupon",
                        "coupon:1",
                        7,
                        new CouponTestData("1").issued("007").getPayload(),
                        metaData,
                        UUID.randomUUID().toString(),
                        CouponTestData.AT),
                12);
        try (CloudEventSerializer values = new CloudEventSerializer()) {
            values.configure(KafkaProperties.STRUCTURED, false);
            return new String(values.serialize(record.topic(), record.headers(), record.value()), UTF_8);
        }
    }
}
