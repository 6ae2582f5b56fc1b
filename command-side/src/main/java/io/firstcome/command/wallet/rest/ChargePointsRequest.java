package io.firstcome.command.wallet.rest;

import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The body of {@code POST /user/{userId}/point}. */
@Schema(example = "{\"amount\": 50000}")
record ChargePointsRequest(
        @NotNull @Min(ChargePoints.MIN_AMOUNT) @Max(ChargePoints.MAX_AMOUNT)
        Long amount) {}
