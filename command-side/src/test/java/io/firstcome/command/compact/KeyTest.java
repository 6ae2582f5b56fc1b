package io.firstcome.command.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private static final String UUID_TEXT = "550e8400-e29b-41d4-a716-446655440000";

    @Test
    void givenUuid_whenKeyed_thenTheKeyIsItsBits() {
        UUID uuid = UUID.fromString(UUID_TEXT);

        assertThat(Key.of(UUID_TEXT)).isEqualTo(new Key(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()));
    }

    @Test
    void givenNilUuid_whenKeyed_thenTheKeyIsZero() {
        assertThat(Key.of("00000000-0000-0000-0000-000000000000")).isEqualTo(new Key(0, 0));
    }

    @Test
    void givenUuidInCapitals_whenKeyed_thenItIsAnotherUser() {
        assertThat(Key.of(UUID_TEXT.toUpperCase(Locale.ROOT))).isNotEqualTo(Key.of(UUID_TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "anna.b_c~d-e",
                // As long as a UUID and dashed like one, but none.
                "550e8400-e29b-41d4-a716-44665544000g",
                "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz",
                "550e8400-e29b41d4-a716-4466-55440000",
                "550e8400-e29b-41d4-a716-446655440000a",
                "00000000-0-0-0-000000000000000000000",
            })
    void givenAnyOtherId_whenKeyed_thenTheKeyIsHalfItsDigest(String id) throws NoSuchAlgorithmException {
        ByteBuffer digest =
                ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));

        assertThat(Key.of(id)).isEqualTo(new Key(digest.getLong(), digest.getLong()));
    }
}
