package io.firstcome.commandnode.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.start.InvalidConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RoutingPropertiesTest {

    private static final String SECRET = "a-secret-of-this-test-with-32-bytes-or-more";

    private static RoutingProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("firstcome.routing", RoutingProperties.class);
    }

    @Test
    void givenNothing_whenBound_thenOffAndOnLoopback() {
        RoutingProperties properties = bound(Map.of());

        assertThat(properties.checked().enabled()).isFalse();
        assertThat(properties.address().isLoopbackAddress()).isTrue();
        assertThat(properties.hosts()).isEmpty();
        assertThat(properties.frozenAfter()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void givenAll_whenBound_thenTheSecretIsNotShown() {
        RoutingProperties properties = bound(Map.of(
                "firstcome.routing.bind-address", "0.0.0.0",
                "firstcome.routing.hosts", "one:7800,two:7801",
                "firstcome.routing.secret", SECRET));

        assertThat(properties.checked().hosts()).isEqualTo(List.of("one:7800", "two:7801"));
        assertThat(properties.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "bind-address, 0.0.0.0, firstcome.routing.secret",
        "secret, short, 32 bytes",
        "hosts, no-port, no-port",
        "frozen-after, 1s, frozen-after"
    })
    void givenWrongSetting_whenChecked_thenRefused(String name, String value, String said) {
        RoutingProperties properties = bound(Map.of("firstcome.routing." + name, value));

        assertThatThrownBy(properties::checked)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(said);
    }
}
