package io.firstcome.web.login;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Credentials. The password is not part of its text form. */
record LoginRequest(
        @Schema(example = "1") @NotBlank @Size(max = 64) String username,

        @Schema(example = "password", format = "password") @NotBlank @Size(max = 72)
        String password) {

    @Override
    public String toString() {
        return "LoginRequest[" + username + "]";
    }
}
