package io.firstcome.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    private static final JsonMapper JSON = StrictJson.mapper();

    record Body(
            @Nullable Instant at,
            @OpaqueId @Nullable String id,
            @Nullable String text) {}

    /** A record of one component must not be read from the bare value of it. */
    record Single(long quantity) {}

    @Test
    void givenInstantFinerThanMicroseconds_whenRead_thenCutOff() {
        Body body = JSON.readValue("{\"at\":\"2026-11-20T09:00:00.123456789Z\"}", Body.class);
        assertThat(body.at()).isEqualTo(Instant.parse("2026-11-20T09:00:00.123456Z"));
        assertThat(JSON.writeValueAsString(body)).isEqualTo("{\"at\":\"2026-11-20T09:00:00.123456Z\"}");
        assertThat(JSON.readValue("{\"at\":\"2026-11-20T09:00:00+00:00\"}", Body.class)
                        .at())
                .isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "\"\"", "null", "[1]"})
    void givenBareValue_whenReadAsRecordOfOneComponent_thenRefusedOrNull(String json) {
        if (json.equals("null")) {
            assertThat((Object) JSON.readValue(json, Single.class)).isNull();
        } else {
            assertThatThrownBy(() -> JSON.readValue(json, Single.class)).isInstanceOf(JacksonException.class);
        }
    }

    private record Limited(
            @NotExplicitNull @Nullable Long amount,
            @Nullable Long other) {}

    @Test
    void givenFieldThatLimits_whenItIsNull_thenRefusedButItMayBeLeftOut() {
        assertThat(JSON.readValue("{\"other\":null}", Limited.class)).isEqualTo(new Limited(null, null));
        assertThat(JSON.readValue("{\"amount\":5}", Limited.class)).isEqualTo(new Limited(5L, null));
        assertThatThrownBy(() -> JSON.readValue("{\"amount\":null}", Limited.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("amount");
    }

    @Test
    void givenIdAsNumberOrString_whenRead_thenTheSame() {
        assertThat(JSON.readValue("{\"id\":12}", Body.class)).isEqualTo(JSON.readValue("{\"id\":\"12\"}", Body.class));
        assertThat(JSON.readValue("{\"id\":null}", Body.class).id()).isNull();
    }

    @Test
    void givenTextWithLinesAndEmoji_whenReadAndWritten_thenTheSame() {
        String json = "{\"text\":\"a\\tb\\nc 🎉\"}";
        assertThat(JSON.writeValueAsString(JSON.readValue(json, Body.class))).isEqualTo(json);
    }
}
