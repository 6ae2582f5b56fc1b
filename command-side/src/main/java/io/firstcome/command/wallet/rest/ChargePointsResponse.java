package io.firstcome.command.wallet.rest;

import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A wallet after a charge.
 *
 * @param balance what it holds now
 */
@Schema(example = "{\"userId\": \"1\", \"balance\": 1050000}")
record ChargePointsResponse(String userId, long balance) {

    static ChargePointsResponse of(PointsCharged event) {
        return new ChargePointsResponse(event.userId().value(), event.balance());
    }
}
