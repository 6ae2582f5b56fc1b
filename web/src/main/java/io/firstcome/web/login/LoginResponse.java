package io.firstcome.web.login;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An access token.
 *
 * @param accessToken to send as {@code Authorization: Bearer …}
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds until it expires
 */
record LoginResponse(
        @Schema(example = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")
        String accessToken,

        @Schema(example = "Bearer") String tokenType,

        @Schema(example = "3600") long expiresIn) {

    @Override
    public String toString() {
        return "LoginResponse[" + expiresIn + "]";
    }
}
