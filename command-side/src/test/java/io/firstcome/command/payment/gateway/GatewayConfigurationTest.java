package io.firstcome.command.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.gateway.SimulatorSettings;
import io.firstcome.web.start.InvalidConfigurationException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatewayConfigurationTest {

    private static GatewayProperties withKey(@Nullable String key) {
        Duration second = Duration.ofSeconds(1);
        return new GatewayProperties("http://127.0.0.1:9", key, second, second, 2, second, second, second, second);
    }

    private static CardGateway start(@Nullable String key) {
        return new GatewayConfiguration().cardGateway(withKey(key), new SimpleMeterRegistry());
    }

    @Test
    void givenNoKeyOfTheShop_whenStarted_thenItIsRefusedAndSaysWhatToSet() {
        assertThatThrownBy(() -> start(null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("firstcome.gateway.secret-key");
        assertThatThrownBy(() -> start(" ")).isInstanceOf(InvalidConfigurationException.class);
        assertThat(start(SimulatorSettings.TEST_KEY)).isNotNull();
    }

    @Test
    void givenTheSettings_whenWritten_thenTheKeyIsNotAmongThem() {
        assertThat(withKey("live_sk_very_secret").toString())
                .contains("secretKey=set")
                .doesNotContain("very_secret");
        assertThat(withKey(null).toString()).contains("secretKey=not set");
    }
}
