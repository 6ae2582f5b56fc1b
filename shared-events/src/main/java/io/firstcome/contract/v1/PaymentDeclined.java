package io.firstcome.contract.v1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * There will be no money.
 *
 * @param reason {@code INSUFFICIENT_POINTS} or {@code PAYMENT_DECLINED}
 * @param gatewayCode what the card gateway said; null: it was not asked
 * @param points what was spent already and is to be given back
 * @param couponId the campaign of the piece that is to be restored; null: none
 * @param couponSerial its piece; null: none
 */
public record PaymentDeclined(
        String paymentId,
        String orderId,
        String userId,
        String reason,
        @Nullable String gatewayCode,
        long points,
        @Nullable String couponId,
        @Nullable Integer couponSerial,
        Instant declinedAt)
        implements PaymentMessage {}
