package io.firstcome.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

class KnownDevicesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final MockHttpServletRequest PLAIN = new MockHttpServletRequest();

    private final KnownDevices devices = at(NOW, "a key of ours, which nobody else has");

    private static KnownDevices at(Instant now, String key) {
        return new KnownDevices(
                key.getBytes(StandardCharsets.UTF_8), Clock.fixed(now, ZoneOffset.UTC), Duration.ofDays(90));
    }

    private static MockHttpServletRequest with(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("other", "x"), new Cookie(KnownDevices.COOKIE, value));
        return request;
    }

    private static @Nullable String find(KnownDevices devices, String value, String username) {
        return devices.find(with(value), username);
    }

    @Test
    void givenACookie_whenItsUserComesAgain_thenTheDeviceIsKnownToEveryNode() {
        String value = devices.cookie(PLAIN, "1").getValue();

        String id = find(devices, value, "1");

        assertThat(id).isNotNull().isEqualTo(find(at(NOW, "a key of ours, which nobody else has"), value, "1"));
        assertThat(devices.cookie(PLAIN, "1").getValue()).doesNotContain(id);
    }

    @Test
    void givenACookie_whenAnotherUserOrKeyOrTime_thenTheDeviceIsNotKnown() {
        String value = devices.cookie(PLAIN, "1").getValue();

        assertThat(find(devices, value, "2")).isNull();
        assertThat(find(at(NOW, "another key"), value, "1")).isNull();
        assertThat(find(at(NOW.plus(Duration.ofDays(91)), "a key of ours, which nobody else has"), value, "1"))
                .isNull();
        String longer = value.replace(
                Long.toString(NOW.plus(Duration.ofDays(90)).getEpochSecond()),
                Long.toString(NOW.plus(Duration.ofDays(9_000)).getEpochSecond()));
        assertThat(longer).isNotEqualTo(value);
        assertThat(find(devices, longer, "1")).isNull();
        assertThat(devices.find(PLAIN, "1")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.99999999999.c", "a.9999999999999999999.c", "a.-1.c"})
    void givenWhatIsNoCookieOfOurs_whenAsked_thenTheDeviceIsNotKnown(String value) {
        assertThat(find(devices, value, "1")).isNull();
    }

    @Test
    void givenACookie_whenLookedAt_thenNoScriptAndNoOtherSiteAndNoOtherPathGetsIt() {
        MockHttpServletRequest secure = new MockHttpServletRequest();
        secure.setSecure(true);

        ResponseCookie cookie = devices.cookie(secure, "a;b \u00e9");

        assertThat(cookie.toString())
                .contains("; Path=/api/v1/auth/token", "; HttpOnly", "; Secure", "; SameSite=Strict")
                .contains("; Max-Age=" + Duration.ofDays(90).toSeconds());
        assertThat(devices.cookie(PLAIN, "1").isSecure()).isFalse();
        assertThat(find(devices, cookie.getValue(), "a;b \u00e9")).isNotNull();
    }
}
