package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.example.client.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated types against the examples of the document that they are generated from. */
class GeneratedModelsTest {

    private static final String MODELS = "org.example.client.model.";
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    /** Of what clients read; requests are only written by them. A field that is null is one that the client leaves null. */
    static Stream<Arguments> examples() throws IOException {
        JsonNode document = JSON.readTree(Path.of("..", "docs", "openapi.json").toFile());
        return document.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getValue().path("example").isObject()
                        && !schema.getKey().endsWith("Request"))
                .map(schema -> Arguments.of(
                        schema.getKey(), ((ObjectNode) schema.getValue().get("example")).removeNulls()));
    }

    /** What is left of JSON that has been read as that schema's type and written again. */
    private static JsonNode throughTheClient(String schema, JsonNode json) throws IOException, ClassNotFoundException {
        Object read = JSON.treeToValue(json, Class.forName(MODELS + schema));
        return JSON.readTree(JSON.writeValueAsString(read));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenExample_whenReadAndWrittenByTheClient_thenNothingIsLost(String schema, JsonNode example)
            throws IOException, ClassNotFoundException {
        JsonNode written = throughTheClient(schema, example);

        for (Map.Entry<String, JsonNode> field : example.properties()) {
            assertThat(written.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
        }
    }

    /** The negative control. */
    @Test
    void givenFieldThatTheDocumentDoesNotName_whenReadAndWritten_thenItIsLost()
            throws IOException, ClassNotFoundException {
        JsonNode written = throughTheClient("AuditHead", JSON.readTree("{\"position\":1,\"nobody\":2}"));

        assertThat(written).isEqualTo(JSON.readTree("{\"position\":1}"));
    }
}
