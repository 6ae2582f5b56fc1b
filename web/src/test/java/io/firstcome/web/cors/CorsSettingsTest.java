package io.firstcome.web.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.start.InvalidConfigurationException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorsSettingsTest {

    private static CorsSettings settings(boolean credentials, String... origins) {
        return new CorsSettings(List.of(origins), credentials, Duration.ofMinutes(10));
    }

    private static MockHttpServletResponse get(CorsSettings settings) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/product");
        request.addHeader("Origin", "https://any.example");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new CorsFilter(settings).doFilter(request, response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example", "http://localhost:3000", "http://[::1]:8080", "capacitor://localhost"})
    void givenAnOrigin_whenSet_thenItAndNoOtherIsAllowed(String origin) {
        CorsSettings settings = settings(false, origin);

        assertThat(settings.allows(origin)).isTrue();
        assertThat(settings.allows(origin + "0")).isFalse();
        assertThat(settings.allows("null")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "a.example", "https://a.example/", "https://a.example/x", "https://*.a.example"})
    void givenWhatIsNoOrigin_whenSet_thenTheStartIsRefused(String origin) {
        assertThatThrownBy(() -> settings(false, origin))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("firstcome.cors.allowed-origins");
    }

    @Test
    void givenAllOrigins_whenAnswered_thenNobodyIsNamedAndNoCookieIsTaken() throws ServletException, IOException {
        MockHttpServletResponse response = get(settings(false, "*"));

        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isNull();
        assertThat(response.getHeader("Vary")).isNull();
        assertThatThrownBy(() -> settings(true, "*")).isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void givenCredentials_whenAnswered_thenTheOriginIsNamed() throws ServletException, IOException {
        MockHttpServletResponse response = get(settings(true, "https://any.example"));

        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://any.example");
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isEqualTo("true");
    }

    @Test
    void givenNothingSet_whenAnswered_thenNothingIsTold() throws ServletException, IOException {
        assertThat(get(settings(false)).getHeaderNames()).isEmpty();
    }
}
