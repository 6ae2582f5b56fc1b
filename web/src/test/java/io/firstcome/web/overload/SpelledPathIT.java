package io.firstcome.web.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.web.WebConfiguration;
import io.firstcome.web.security.ForPublic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nobody gets round the overload control by another spelling of the path. */
@SpringBootTest(
        classes = SpelledPathIT.Tea.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"firstcome.overload.least=1", "firstcome.overload.most=1"})
@ActiveProfiles("standalone")
class SpelledPathIT {

    /** An application with one public path. */
    @RestController
    @EnableAutoConfiguration
    @Import(WebConfiguration.class)
    static class Tea {

        @GetMapping("/api/v1/tea")
        @ForPublic
        String tea() {
            return "tea";
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private OverloadControl control;

    private int entered;

    /** Takes the only place, which the request before leaves a moment after its answer. */
    private void fill() {
        await().until(() -> control.reads().limit().enter());
        entered++;
    }

    @AfterEach
    void leave() {
        for (; entered > 0; entered--) {
            control.reads().limit().leave();
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/tea", "/%61pi/v1/tea", "/%61%70%69/v1/tea", "/ap%69/%76%31/%74ea", "/api/v1/t%65%61"})
    void givenNoPlace_whenAskedInAnySpelling_thenShed(String path) throws Exception {
        assertThat(status(path)).as("with a place").isEqualTo(200);
        fill();
        assertThat(status(path)).as("without").isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "/API/v1/tea, 404",
        "//api/v1/tea, 400",
        "/./api/v1/tea, 400",
        "/x/../api/v1/tea, 400",
        "/%2e/api/v1/tea, 400",
        "/;/api/v1/tea, 400",
        "/api;a=b/v1/tea, 400",
        "/%2fapi/v1/tea, 400",
        "/api%2fv1/tea, 400",
        "/%2561pi/v1/tea, 400"
    })
    void givenNoPlace_whenThePathIsNotThatOfTheApi_thenItIsNotServedEither(String path, int status) throws Exception {
        fill();
        assertThat(status(path)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/webhook/nobody", "/%61pi/v1/%77ebhook/nobody"})
    void givenNoPlace_whenThePathIsExempt_thenItPassesInAnySpelling(String path) throws Exception {
        fill();
        assertThat(status(path)).isEqualTo(404);
    }
}
