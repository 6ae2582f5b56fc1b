package io.firstcome.command.payment.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.firstcome.web.json.ObjectOrNothing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of the card gateway. The gateway may add fields and kinds, so nothing unknown is refused.
 *
 * @param eventType null: a DEPOSIT_CALLBACK, which has a secret instead
 * @param data for PAYMENT_STATUS_CHANGED: the payment
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TossNoticeRequest(
        @Schema(example = "PAYMENT_STATUS_CHANGED") @Nullable
        String eventType,

        @Schema(example = "2026-03-01T10:00:00.000000") @Nullable
        Object createdAt,

        @Schema(
                example =
                        "{\"paymentKey\": \"sim-1\", \"orderId\": \"0197f2c1-7d0e-7c2b-9d37-3f1f0d1c2b3a\", \"status\": \"DONE\"}")
        @ObjectOrNothing
        @Nullable
        Map<String, @Nullable Object> data,

        @Schema(example = "ps_1") @Nullable Object secret) {

    static final String STATUS_CHANGED = "PAYMENT_STATUS_CHANGED";

    boolean isDeposit() {
        return eventType == null && secret instanceof String;
    }

    /** Null: there is none. */
    @Nullable
    String paymentKey() {
        return data != null && data.get("paymentKey") instanceof String key && !key.isBlank() ? key : null;
    }
}
