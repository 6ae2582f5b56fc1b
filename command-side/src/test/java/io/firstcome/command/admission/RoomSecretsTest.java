package io.firstcome.command.admission;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.web.security.TokenIssuer;
import io.firstcome.web.start.InvalidConfigurationException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and seeds come from one secret, and from nothing else. */
class RoomSecretsTest {

    private static final String OWN = "0123456789abcdef0123456789abcdef";
    private static final String OF_TOKENS = "fedcba9876543210fedcba9876543210";
    private static final RoomId OTHER = new RoomId("drop-8");

    private static RoomSecrets of(@Nullable String own, @Nullable String ofTokens) {
        TokenIssuer tokens =
                ofTokens == null ? null : new TokenIssuer(ofTokens, Clock.systemUTC(), Duration.ofHours(1));
        return RoomSecrets.of(properties(own), tokens);
    }

    private static AdmissionProperties properties(@Nullable String own) {
        return new AdmissionProperties(own, Duration.ofMillis(200));
    }

    @Test
    void givenOwnSecret_whenUsed_thenThatOfTokensDoesNotMatter() {
        RoomSecrets secrets = of(OWN, OF_TOKENS);

        assertThat(secrets.admissionKey()).hasSize(32).isEqualTo(of(OWN, null).admissionKey());
        assertThat(secrets.seedOf(ROOM)).isEqualTo(of(OWN, null).seedOf(ROOM));
        assertThat(secrets.admissionKey()).isNotEqualTo(of(null, OF_TOKENS).admissionKey());
        assertThat(secrets.seedOf(ROOM)).isNotEqualTo(of(null, OF_TOKENS).seedOf(ROOM));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void givenNoOwnSecret_whenUsed_thenAllIsMadeOfThatOfTokens(@Nullable String none) {
        RoomSecrets secrets = of(none, OF_TOKENS);

        assertThat(secrets.admissionKey())
                .hasSize(32)
                .isEqualTo(of(null, OF_TOKENS).admissionKey());
        assertThat(secrets.seedOf(ROOM)).isEqualTo(of(null, OF_TOKENS).seedOf(ROOM));
        assertThat(secrets.admissionKey()).isNotEqualTo(of(null, OWN).admissionKey());
    }

    /** Neither the secret itself nor what signs access tokens. */
    @Test
    void givenSecret_whenTheKeyIsMade_thenItSignsNothingElse() {
        assertThat(of(OWN, null).admissionKey()).isNotEqualTo(OWN.getBytes(StandardCharsets.UTF_8));
        assertThat(of(null, OF_TOKENS).admissionKey()).isNotEqualTo(OF_TOKENS.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givenRooms_whenTheirSeedsAreMade_thenEachHasItsOwnAndAlwaysTheSame() {
        RoomSecrets secrets = of(OWN, null);

        assertThat(secrets.seedOf(ROOM)).matches("[0-9a-f]{64}").isEqualTo(secrets.seedOf(ROOM));
        assertThat(secrets.seedOf(ROOM)).isNotEqualTo(secrets.seedOf(OTHER));
    }

    @Test
    void givenSecretThatIsTooShort_whenUsed_thenTheStartIsRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> of(OWN.substring(1), OF_TOKENS))
                .withMessageContaining("firstcome.admission.secret")
                .withMessageContaining("32")
                .withMessageNotContaining(OWN.substring(1));
    }

    /** Bytes count: sixteen letters of two bytes each are enough. */
    @Test
    void givenSecretOfLettersOfTwoBytes_whenUsed_thenItsBytesAreCounted() {
        assertThat(of("é".repeat(16), null).admissionKey()).hasSize(32);
        assertThatExceptionOfType(InvalidConfigurationException.class).isThrownBy(() -> of("é".repeat(15), null));
    }

    @Test
    void givenNoSecretAtAll_whenUsed_thenTheStartIsRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> of(null, null))
                .withMessageContaining("firstcome.admission.secret");
    }

    @Test
    void givenSecrets_whenTheyAreLogged_thenNothingIsTold() {
        assertThat(properties(OWN).toString()).contains("PT0.2S").doesNotContain(OWN);
        assertThat(of(OWN, null)).asString().doesNotContain(OWN);
    }
}
