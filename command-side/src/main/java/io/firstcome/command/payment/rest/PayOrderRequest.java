package io.firstcome.command.payment.rest;

import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.json.SafeInteger;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /payment}. */
@Schema(example = "{\"orderId\": \"6f1c7d52-4c0e-4b7c-8f0a-0d8f7a1b2c3d\", \"couponId\": 1}")
record PayOrderRequest(
        @Schema(description = "The order; absent: reservationId names it") @OpaqueId @Nullable
        String orderId,

        @Schema(description = "The order of seats; absent: orderId names it") @OpaqueId @Nullable
        String reservationId,

        @Schema(description = "Redeem a piece of this coupon", example = "1") @OpaqueId @Nullable
        String couponId,

        @Schema(description = "POINT: points alone; CARD: a card, and perhaps points", defaultValue = "POINT") @Nullable
        PaymentMethod method,

        @Schema(description = "CARD only: the gateway's name of the buyer's checkout", example = "tgen_20261120")
        @Size(min = 1, max = MAX_PAYMENT_KEY)
        @Nullable
        String paymentKey,

        @Schema(description = "CARD only: how many points to spend beside the card", defaultValue = "0")
        @PositiveOrZero
        @Max(SafeInteger.MAX)
        @Nullable
        Long points) {

    private static final int MAX_PAYMENT_KEY = 200;

    /** What is to be paid. */
    OrderId order() {
        return new OrderId(Objects.requireNonNull(orderId == null ? reservationId : orderId));
    }

    PaymentMethod chosenMethod() {
        return Objects.requireNonNullElse(method, PaymentMethod.POINT);
    }

    long pointsBesideCard() {
        return Objects.requireNonNullElse(points, 0L);
    }

    @Nullable
    CouponId coupon() {
        return couponId == null ? null : new CouponId(couponId);
    }

    /** @throws ProblemException when there is not one thing to pay, or method, key and points do not go together */
    void requireConsistent() {
        if ((orderId == null) == (reservationId == null)) {
            throw ProblemException.invalid(
                    "orderId", FieldError.Code.REQUIRED, "or reservationId must be given, and only one of them");
        }
        boolean card = chosenMethod() == PaymentMethod.CARD;
        if (card && paymentKey == null) {
            throw ProblemException.invalid("paymentKey", FieldError.Code.REQUIRED, "goes with method CARD");
        }
        if (!card && paymentKey != null) {
            throw ProblemException.invalid("paymentKey", FieldError.Code.INVALID_VALUE, "goes with method CARD only");
        }
        if (!card && points != null && points != 0) {
            throw ProblemException.invalid("points", FieldError.Code.INVALID_VALUE, "goes with method CARD only");
        }
    }
}
