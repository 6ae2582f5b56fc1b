package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.apicontract.ApiContract;
import io.firstcome.apicontract.Exchange;
import io.firstcome.apicontract.OpenApiCompleteness;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The document that clients are generated from, as the running system gives it. */
class OpenApiIT {

    private static final Path APPROVED = Path.of("..", "docs", "openapi.json");

    @Test
    void givenTheRunningSystem_whenAskedForItsDocument_thenItIsComplete() {
        String document = SharedSystem.exchange(Request.get("/v3/api-docs", "")).body();

        assertThat(document).contains("\"openapi\":\"3.1");
        assertThat(OpenApiCompleteness.gaps(document)).isEmpty();
    }

    /** All other tests hold the answers to the approved document, and a client is generated from it. */
    @Test
    void givenTheRunningSystem_whenAskedForItsDocument_thenItIsTheApprovedOne() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
                .build();
        Map<?, ?> live = json.readValue(
                SharedSystem.exchange(Request.get("/v3/api-docs", "")).body(), Map.class);
        if (Boolean.getBoolean("firstcome.openapi.write")) {
            Files.writeString(APPROVED, json.writeValueAsString(live) + "\n");
        }

        assertThat(live)
                .as(
                        "docs/openapi.json is another; if the change is meant, write it with -Dfirstcome.openapi.write=true")
                .isEqualTo(json.readValue(Files.readString(APPROVED), Map.class));
    }

    /** The negative control of what all other tests rely on. */
    @Test
    void givenTheApprovedDocument_whenAnAnswerIsNotByIt_thenItIsNoticed() {
        Request request = Request.get("/api/v1/product/1/stock", "");
        Response stock = SharedSystem.exchange(request);
        Exchange wrong = new Exchange(
                "GET",
                "/api/v1/product/1/stock",
                stock.status(),
                stock.headers(),
                stock.body().replace("\"onHand\":", "\"onhand\":"));

        assertThat(ApiContract.approved().violations(wrong)).anyMatch(violation -> violation.contains("onHand"));
    }

    @Test
    void givenTheRunningSystem_whenAskedForSwaggerUi_thenItIsThere() {
        assertThat(SharedSystem.exchange(Request.get("/swagger-ui.html", "")).status())
                .isEqualTo(302);
        assertThat(SharedSystem.exchange(Request.get("/swagger-ui/index.html", ""))
                        .body())
                .contains("swagger-ui");
    }
}
