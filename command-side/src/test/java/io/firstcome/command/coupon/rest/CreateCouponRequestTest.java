package io.firstcome.command.coupon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.rest.CreateCouponRequest.DiscountRequest;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateCouponRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final DiscountRequest FIXED = new DiscountRequest(Discount.Type.FIXED, 1_000L, null);

    @Test
    void givenLeastBody_whenRead_thenTheRestHasItsDefault() {
        CreateCoupon command = request(null, FIXED, null, null).toCommand(NOW);

        assertThat(UUID.fromString(command.couponId().value())).isNotNull();
        assertThat(command)
                .isEqualTo(new CreateCoupon(
                        command.couponId(),
                        "Sale",
                        5,
                        new Discount(Discount.Type.FIXED, 1_000, null),
                        0,
                        null,
                        null,
                        10,
                        1,
                        null,
                        NOW));
        assertThat(request(null, FIXED, null, null).toCommand(NOW).couponId()).isNotEqualTo(command.couponId());
    }

    @Test
    void givenWholeBody_whenRead_thenAllOfItIsTaken() {
        CreateCoupon command = new CreateCouponRequest(
                        "spring-1",
                        "Sale",
                        5,
                        new DiscountRequest(Discount.Type.PERCENT, 100L, 5_000L),
                        20_000L,
                        NOW,
                        NOW.plusSeconds(1),
                        30,
                        3,
                        Tier.GOLD)
                .toCommand(NOW);

        assertThat(command)
                .isEqualTo(new CreateCoupon(
                        new CouponId("spring-1"),
                        "Sale",
                        5,
                        new Discount(Discount.Type.PERCENT, 100, 5_000L),
                        20_000,
                        NOW,
                        NOW.plusSeconds(1),
                        30,
                        3,
                        Tier.GOLD,
                        NOW));
    }

    @Test
    void givenWindowThatEndsAsItBegins_whenRead_thenItsEndIsOutOfRange() {
        expectInvalid(request("1", FIXED, NOW, NOW), "issueUntil", FieldError.Code.OUT_OF_RANGE);
    }

    @Test
    void givenPercentAboveAHundred_whenRead_thenItIsOutOfRange() {
        DiscountRequest discount = new DiscountRequest(Discount.Type.PERCENT, 101L, null);

        expectInvalid(request("1", discount, null, null), "discount.value", FieldError.Code.OUT_OF_RANGE);
    }

    @Test
    void givenFixedDiscountWithMaximum_whenRead_thenTheMaximumIsInvalid() {
        DiscountRequest discount = new DiscountRequest(Discount.Type.FIXED, 1_000L, 1L);

        expectInvalid(request("1", discount, null, null), "discount.maxAmount", FieldError.Code.INVALID_VALUE);
    }

    private static void expectInvalid(CreateCouponRequest request, String field, FieldError.Code code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> request.toCommand(NOW))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .matches(error -> error.field().equals(field) && error.code() == code));
    }

    private static CreateCouponRequest request(
            @Nullable String id, DiscountRequest discount, @Nullable Instant from, @Nullable Instant until) {
        return new CreateCouponRequest(id, "Sale", 5, discount, null, from, until, null, null, null);
    }
}
