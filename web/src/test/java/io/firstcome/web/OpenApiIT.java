package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.apicontract.OpenApiCompleteness;
import io.firstcome.web.Http.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published document: complete, and the same as what the endpoints do. */
class OpenApiIT extends WebIT {

    private JsonNode document() {
        Answer answer = http.get("/v3/api-docs");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void givenDocument_whenChecked_thenNothingIsMissing() {
        assertThat(OpenApiCompleteness.gaps(http.get("/v3/api-docs").body())).isEmpty();
    }

    @Test
    void givenDocument_whenRead_thenCodesExamplesAndParametersAreThere() {
        JsonNode document = document();
        JsonNode post = document.path("paths").path(THING).path("post");
        assertThat(post.path("responses").propertyNames())
                .contains("201", "400", "401", "402", "403", "406", "409", "413", "415", "422", "500", "503");
        JsonNode conflict = post.path("responses").path("409").path("content").path("application/problem+json");
        assertThat(conflict.path("examples").propertyNames()).contains("THING_SOLD_OUT", "IDEMPOTENCY_KEY_IN_USE");
        Http.checkProblem(conflict.path("examples").path("THING_SOLD_OUT").path("value"), 409, "THING_SOLD_OUT");
        assertThat(post.path("security").get(0).has("bearer")).isTrue();
        assertThat(post.path("parameters").get(0).path("name").asString()).isEqualTo("Idempotency-Key");
        JsonNode example = post.path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        assertThat(example.path("quantity").asInt()).isEqualTo(10);
        JsonNode list = document.path("paths").path(THING).path("get");
        assertThat(list.has("security")).isFalse();
        assertThat(list.path("responses").propertyNames()).doesNotContain("401", "403", "413");
        assertThat(document.path("components")
                        .path("schemas")
                        .path("Problem")
                        .path("properties")
                        .path("code")
                        .path("enum")
                        .toString())
                .contains("THING_SOLD_OUT", "READ_MODEL_BEHIND", "UNAUTHENTICATED", "BAD_CREDENTIALS");
        assertThat(document.path("components")
                        .path("securitySchemes")
                        .path("bearer")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    @Test
    void givenMethodThatTakesAnAdmission_whenItIsDescribed_thenTheHeaderIsOptional() {
        JsonNode post = document().path("paths").path("/api/v1/twin/fast").path("post");

        assertThat(post.path("parameters").findValuesAsString("name"))
                .containsExactly("Idempotency-Key", "X-Admission");
        JsonNode admission = post.path("parameters").get(1);
        assertThat(admission.path("in").asString()).isEqualTo("header");
        assertThat(admission.path("required").asBoolean(false)).isFalse();
        assertThat(admission.path("schema").toString()).contains("\"type\":\"string\"", "\"maxLength\":4096");
        assertThat(admission.path("description").asString()).contains("waiting room");
    }

    @Test
    void givenDocument_whenRead_thenIdsMayBeStringsOrNumbers() {
        JsonNode schemas = document().path("components").path("schemas");
        JsonNode userId = schemas.path("ThingRequest").path("properties").path("userId");
        assertThat(userId.path("$ref").asString()).isEqualTo("#/components/schemas/Id");
        assertThat(schemas.path("Id").path("type").toString()).contains("string", "integer");
        assertThat(schemas.path("Id").path("pattern").asString()).contains("A-Za-z0-9");
    }

    @Test
    void givenDocument_whenRead_thenItSaysWhatIsRequiredAndWhatMayBeNull() {
        JsonNode schemas = document().path("components").path("schemas");
        JsonNode page = schemas.path("PageThingResponse");
        assertThat(page.path("required").toString()).contains("items", "nextCursor");
        assertThat(page.path("properties").path("nextCursor").path("type").toString())
                .contains("string", "null");
        JsonNode thing = schemas.path("ThingResponse");
        assertThat(thing.path("required").toString()).contains("userId", "at").doesNotContain("note");
        assertThat(thing.path("properties").path("note").path("type").asString())
                .isEqualTo("string");
        JsonNode request = schemas.path("ThingRequest");
        assertThat(request.path("required").toString())
                .contains("name", "small")
                .doesNotContain("flag");
        assertThat(request.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(thing.has("additionalProperties")).isFalse();
    }

    @Test
    void givenDocument_whenRead_thenOnlyTheApiIsInIt() {
        assertThat(document().path("paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(document().path("paths").propertyNames()).noneMatch(path -> path.contains("fault"));
    }

    @Test
    void givenBrowser_whenSwaggerUiIsOpened_thenThePageMayRunItsOwnScriptsOnly() {
        Answer redirect = http.get("/swagger-ui.html", "Accept", "text/html");
        assertThat(redirect.status()).isEqualTo(302);
        Answer page = http.get("/swagger-ui/index.html", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(page.body()).doesNotContainPattern("<script>").doesNotContainPattern(" on[a-z]+=");
        assertThat(http.get("/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(http.get("/swagger-ui/swagger-initializer.js").body()).contains("swagger-config");
        assertThat(http.get("/v3/api-docs/swagger-config").json().path("url").asString())
                .isEqualTo("/v3/api-docs");
    }

    @Test
    void givenHalfDescribedEndpoint_whenChecked_thenGapsAreNamed() {
        assertThat(OpenApiCompleteness.gaps(
                        "{\"openapi\":\"3.0.1\",\"paths\":{\"/a\":{\"post\":{\"operationId\":\"make_1\","
                                + "\"parameters\":[{\"name\":\"b\",\"schema\":{\"pattern\":\"(?sU).*\"}}],"
                                + "\"requestBody\":{},\"responses\":{}}}}}"))
                .contains(
                        "document: is not OpenAPI 3.1",
                        "POST /a: has no summary",
                        "POST /a: operationId make_1 is not a verb with a noun",
                        "document/paths//a/post/parameters/schema: pattern (?sU).* is not of the whole text",
                        "document/paths//a/post/parameters/schema: pattern (?sU).* is not of JSON Schema",
                        "POST /a: has no success",
                        "POST /a: has no response 413");
    }
}
