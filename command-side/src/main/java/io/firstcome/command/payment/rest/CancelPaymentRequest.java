package io.firstcome.command.payment.rest;

import io.firstcome.web.json.NotExplicitNull;
import io.firstcome.web.json.SafeInteger;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /payment/{paymentId}/cancel}. */
@Schema(example = "{\"reason\": \"Changed my mind\"}")
record CancelPaymentRequest(
        @Schema(description = "The card gateway is told, too") @NotBlank @Size(max = MAX_REASON)
        String reason,

        @Schema(description = "For operators: how much to give back; absent: all that is left", example = "5000")
        @Min(1)
        @Max(SafeInteger.MAX)
        @NotExplicitNull
        @Nullable
        Long amount) {

    private static final int MAX_REASON = 200;
}
