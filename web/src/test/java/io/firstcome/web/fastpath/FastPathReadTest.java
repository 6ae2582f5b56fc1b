package io.firstcome.web.fastpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths are taken for those of a read: rather one too few. */
class FastPathReadTest {

    private record Nothing(String pattern) implements FastPathAnswers {

        @Override
        public @Nullable FastPathAnswer find(String id) {
            return null;
        }
    }

    private static FastPathRead route(String pattern, String... taken) {
        return FastPathRead.of(new Nothing(pattern), Set.of(taken));
    }

    @Test
    void givenPaths_whenTheyAreOfTheRoute_thenTheirIdIsFound() {
        assertThat(route("/thing/{id}").idIn("/thing/1.a_b~c-D")).isEqualTo("1.a_b~c-D");
        assertThat(route("/thing/{id}/part").idIn("/thing/7/part")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/thing",
                "/thing/",
                "/thing//",
                "/thing/1/",
                "/thing/1/part",
                "/thing/%31",
                "/thing/1;a=b",
                "/thing/1%2Fpart",
                "/Thing/1",
                "/x/thing/1",
                "/thing/best",
                "/thing/ä",
                "/thing/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void givenPaths_whenTheyAreNotOfTheRoute_thenThereIsNoId(String path) {
        assertThat(route("/thing/{id}", "best").idIn(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thing/part", "/thing//part", "/part", "/thing/1/2/part", "/thing/1/part/"})
    void givenPathsWithAnEnd_whenTheyAreNotOfTheRoute_thenThereIsNoId(String path) {
        assertThat(route("/thing/{id}/part").idIn(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thing", "/thing/{a}/{b}", "/thing/}{"})
    void givenPatternWithoutOneVariable_whenMade_thenRefused(String pattern) {
        assertThatThrownBy(() -> route(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
