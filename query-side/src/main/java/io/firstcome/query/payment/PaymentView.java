package io.firstcome.query.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment in a list: without its refunds and its history, true as of {@code version}. Ids are bare.
 *
 * @param amount what is paid, after the {@code discount}: the {@code points} and the {@code card} part together; before
 *     the coupon is redeemed, without the discount
 * @param refunded how much of it was given back
 * @param declinedBecause the code that {@code POST /payment} refuses with; when it was declined
 * @param gatewayCode what the card gateway said last; for operators only
 * @param version the sequence number of the payment's last event that it contains; -1 while it is only begun
 * @param position the place of its beginning in commit order; greater is newer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PaymentListItem", example = """
                {"paymentId": "9c1d", "orderId": "4b3f", "userId": "1", "status": "UNKNOWN", "amount": 29000,
                 "discount": 1000, "points": 9000, "card": 20000, "refunded": 0, "gatewayCode": "TIMEOUT",
                 "requestedAt": "2026-11-20T09:01:00Z", "version": 1}""")
public record PaymentView(
        String paymentId,
        String orderId,
        String userId,
        PaymentStatus status,
        long amount,
        long discount,
        long points,
        long card,
        long refunded,
        @Nullable String declinedBecause,
        @Nullable String gatewayCode,
        Instant requestedAt,
        long version,
        @JsonIgnore long position) {}
