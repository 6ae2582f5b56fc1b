package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Guessers behind a proxy that is trusted, and those whose names they guess with. Each test has addresses of its own. */
@TestPropertySource(
        properties = {
            "firstcome.proxy.trusted=127.0.0.0/8,::1",
            "firstcome.security.login-failures-per-user=4",
            "firstcome.security.login-failures-per-address=8"
        })
class LoginThrottleIT extends WebIT {

    private static final String LOGIN = "/api/v1/auth/token";

    private Answer login(String username, String password, String from, String... more) {
        List<String> headers = new ArrayList<>(List.of("X-Forwarded-For", from));
        headers.addAll(List.of(more));
        return http.post(
                LOGIN,
                "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}",
                headers.toArray(String[]::new));
    }

    private void guess(String username, String from) {
        for (int i = 0; i < 4; i++) {
            login(username, "wrong", from).isProblem(401, "BAD_CREDENTIALS");
        }
        assertThat(login(username, "wrong", from)
                        .isProblem(429, "TOO_MANY_REQUESTS")
                        .header("Retry-After"))
                .isEqualTo("60");
    }

    @Test
    void givenAGuesser_whenTheUserComesFromElsewhere_thenLetIn() {
        guess("1", "203.0.113.1");

        assertThat(login("1", "password", "198.51.100.1").status()).isEqualTo(200);
        // Also what the guesser writes before what the proxy says does not help.
        login("1", "password", "198.51.100.1, 203.0.113.1").isProblem(429, "TOO_MANY_REQUESTS");
    }

    @Test
    void givenAGuesserWithManyNames_whenAUserComesFromTheSameAddress_thenLetIn() {
        for (int i = 0; i < 12; i++) {
            login("guessed-" + i, "wrong", "203.0.113.2").isProblem(401, "BAD_CREDENTIALS");
        }

        assertThat(login("1", "password", "203.0.113.2").status()).isEqualTo(200);
    }

    @Test
    void givenGuessersOfOneNameFromEverywhere_whenTheUserComes_thenLetIn() {
        for (int i = 0; i < 12; i++) {
            login("operator", "wrong", "203.0.114." + i).isProblem(401, "BAD_CREDENTIALS");
        }

        assertThat(login("operator", "password", "198.51.100.3").status()).isEqualTo(200);
    }

    @Test
    void givenAKnownDevice_whenSomebodyGuessesFromItsAddress_thenItIsLetInAndNobodyElse() {
        String address = "198.51.100.4";
        String cookie = login("1", "password", address).header("Set-Cookie").split(";", 2)[0];
        assertThat(cookie).startsWith("firstcome-device=");
        guess("1", address);
        guess("operator", address);

        assertThat(login("1", "password", address, "Cookie", cookie).status()).isEqualTo(200);
        login("1", "password", address).isProblem(429, "TOO_MANY_REQUESTS");
        login("1", "password", address, "Cookie", cookie + "x").isProblem(429, "TOO_MANY_REQUESTS");
        // The cookie is of user 1, and no password.
        login("operator", "password", address, "Cookie", cookie).isProblem(429, "TOO_MANY_REQUESTS");
        login("1", "wrong", address, "Cookie", cookie).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void givenAKnownDeviceWhoseUserMistypes_whenThePasswordIsRight_thenLetIn() {
        String address = "198.51.100.5";
        String cookie = login("1", "password", address).header("Set-Cookie").split(";", 2)[0];
        for (int i = 0; i < 12; i++) {
            login("1", "wrong", address, "Cookie", cookie).isProblem(401, "BAD_CREDENTIALS");
        }

        assertThat(login("1", "password", address, "Cookie", cookie).status()).isEqualTo(200);
    }

    @Test
    void givenARefusal_whenLookedAt_thenNoDeviceBecomesKnown() {
        assertThat(login("1", "wrong", "198.51.100.6").header("Set-Cookie")).isEmpty();
    }
}
