package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From a password to a token, and what a guesser gets. */
class LoginIT extends WebIT {

    private static final String LOGIN = "/api/v1/auth/token";

    private static String credentials(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    @Test
    void givenRightPassword_whenLoggedIn_thenTheTokenWorks() {
        Answer answer = http.post(LOGIN, credentials("1", "password"));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode token = answer.json();
        assertThat(token.path("tokenType").asString()).isEqualTo("Bearer");
        assertThat(token.path("expiresIn").asInt()).isEqualTo(3_600);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        Answer read = http.get(
                THING + "/1",
                "Authorization",
                "Bearer " + token.path("accessToken").asString());
        assertThat(read.json().path("userId").asString()).isEqualTo("1");
        assertThat(read.json().path("note").asString()).isEqualTo("VIP");
        assertThat(http.post(
                                THING,
                                VALID,
                                "Authorization",
                                "Bearer " + token.path("accessToken").asString())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void givenExpiredTokenInTheHeader_whenLoggedIn_thenItDoesNotMatter() {
        assertThat(http.post(LOGIN, credentials("1", "password"), "Authorization", "Bearer old")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givenWrongPasswordOrUnknownUser_whenLoggedIn_thenOneAndTheSameAnswer() {
        JsonNode wrong = http.post(LOGIN, credentials("operator", "wrong"))
                .isProblem(401, "BAD_CREDENTIALS")
                .json();
        JsonNode unknown = http.post(LOGIN, credentials("nobody", "password"))
                .isProblem(401, "BAD_CREDENTIALS")
                .json();
        assertThat(wrong.path("title")).isEqualTo(unknown.path("title"));
        assertThat(wrong.has("detail")).isEqualTo(unknown.has("detail"));
        http.post(LOGIN, credentials("operator", "é".repeat(70))).isProblem(401, "BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\":\"1\"}",
                "{\"username\":\"1\",\"password\":null}",
                "{\"username\":\"1\",\"password\":5}",
                "{\"username\":\"1\",\"password\":\"\"}",
                "{\"username\":\"1\",\"password\":\"p\",\"admin\":true}"
            })
    void givenBadBody_whenLoggedIn_thenInvalid(String body) {
        http.post(LOGIN, body).isProblem(400, "INVALID_REQUEST");
    }

    @Test
    void givenTwentyFailures_whenTriedAgain_thenTooManyRequestsEvenWithTheRightPassword() {
        for (int i = 0; i < 20; i++) {
            http.post(LOGIN, credentials("guessed", "wrong" + i)).isProblem(401, "BAD_CREDENTIALS");
        }
        Answer answer = http.post(LOGIN, credentials("guessed", "password")).isProblem(429, "TOO_MANY_REQUESTS");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(http.post(LOGIN, credentials("1", "password")).status())
                .as("others are not affected")
                .isEqualTo(200);
    }

    /** No proxy is trusted here, so what anybody says about his address is not believed. */
    @Test
    void givenTwentyFailuresWithAddressesMadeUp_whenTriedAgain_thenTooManyRequests() {
        for (int i = 0; i < 20; i++) {
            http.post(
                            LOGIN,
                            credentials("made-up", "wrong"),
                            "X-Forwarded-For",
                            "203.0.113." + i,
                            "Forwarded",
                            "for=203.0.113." + i)
                    .isProblem(401, "BAD_CREDENTIALS");
        }
        http.post(LOGIN, credentials("made-up", "wrong"), "X-Forwarded-For", "203.0.113.99")
                .isProblem(429, "TOO_MANY_REQUESTS");
    }

    @Test
    void givenManyAtOnce_whenLoggedIn_thenAllGetIn() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = IntStream.range(0, 30)
                    .mapToObj(i -> threads.submit(
                            () -> http.post(LOGIN, credentials("1", "password")).status()))
                    .toList();
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }
}
