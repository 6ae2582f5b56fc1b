package io.firstcome.web.uri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalPathFilterTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1, /api/v1",
        "/%61pi/v1, /api/v1",
        "/%61%70%69/%761, /api/v1",
        "/api/%7e%7E%2d%2E%5f, /api/~~-._",
        "/%2561pi, /%2561pi",
        "/a%2fb%2Fc, /a%2fb%2Fc",
        "/a%20b%3A, /a%20b%3A",
        "/%C3%A9%61, /%C3%A9a",
        "/%E2%82%AC, /%E2%82%AC",
        "/%, /%",
        "/%6, /%6",
        "/%zz%61, /%zza",
        "/%%61, /%a",
        "/a%61, /aa",
    })
    void givenPath_whenMadeNormal_thenOnlyNeedlessEscapesAreGone(String path, String normal) {
        assertThat(NormalPathFilter.normal(path)).isEqualTo(normal);
    }
}
