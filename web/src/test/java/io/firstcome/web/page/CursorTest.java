package io.firstcome.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void givenParts_whenEncodedAndDecoded_thenTheSame() {
        Cursor cursor = Cursor.of("2026-11-20T09:00:00Z", 42, "", "환영");
        Cursor read = Cursor.decode(cursor.encode());
        assertThat(read).isEqualTo(cursor);
        assertThat(read.text(0)).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(read.number(1)).isEqualTo(42);
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "a", "_w", "YWJ", "====", "w6k=\n"})
    void givenTextThatIsNoCursor_whenDecodedAsNumber_thenInvalid(String text) {
        assertThatThrownBy(() -> Cursor.decode(text).number(0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void givenTooLongText_whenDecoded_thenInvalid() {
        assertThatThrownBy(() -> Cursor.decode("A".repeat(2_052))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.of("a").text(1)).isInstanceOf(ProblemException.class);
    }
}
