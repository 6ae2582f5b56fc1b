package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.web.openapi.OpenApiCompleteness;
import org.junit.jupiter.api.Test;

/** The document that clients are generated from, as the running system gives it. */
class OpenApiIT {

    @Test
    void givenTheRunningSystem_whenAskedForItsDocument_thenItIsComplete() {
        String document = SharedSystem.exchange(Request.get("/v3/api-docs", "")).body();

        assertThat(document).contains("\"openapi\":\"3.1");
        assertThat(OpenApiCompleteness.gaps(document)).isEmpty();
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
