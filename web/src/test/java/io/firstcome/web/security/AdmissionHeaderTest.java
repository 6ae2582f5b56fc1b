package io.firstcome.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AdmissionHeaderTest {

    private static @Nullable AdmissionHeader of(String... values) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (String value : values) {
            request.addHeader("x-admission", value);
        }
        return AdmissionHeader.of(request);
    }

    @Test
    void givenNoHeader_whenRead_thenNone() {
        assertThat(of()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_096})
    void givenOneHeader_whenRead_thenItsValue(int length) {
        assertThat(of("a".repeat(length))).isEqualTo(new AdmissionHeader("a".repeat(length)));
    }

    @Test
    void givenTwoHeadersOrATooLongOne_whenRead_thenAnEmptyValueForTheVerifierToRefuse() {
        assertThat(of("a", "b")).isEqualTo(new AdmissionHeader(""));
        assertThat(of("a", "a")).isEqualTo(new AdmissionHeader(""));
        assertThat(of("a".repeat(4_097))).isEqualTo(new AdmissionHeader(""));
    }

    @Test
    void givenAdmission_whenItIsLogged_thenItsValueIsNotThere() {
        assertThat(new AdmissionHeader("signed")).asString().doesNotContain("signed");
    }
}
