package io.firstcome.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.RejectionCode.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Clients compare with these names: a name once published never changes. */
class CouponErrorCodeTest {

    @Test
    void givenPublishedCodes_whenListed_thenNamesAndKindsAreAsPublished() {
        assertThat(Arrays.stream(CouponErrorCode.values()).map(code -> code.kind() + " " + code.name()))
                .containsExactlyInAnyOrder(
                        Kind.NOT_FOUND + " COUPON_NOT_FOUND",
                        Kind.CONFLICT + " COUPON_EXISTS",
                        Kind.CONFLICT + " COUPON_SOLD_OUT",
                        Kind.CONFLICT + " COUPON_ALREADY_ISSUED",
                        Kind.CONFLICT + " COUPON_NOT_OPEN",
                        Kind.CONFLICT + " COUPON_CLOSED",
                        Kind.CONFLICT + " COUPON_TIER_REQUIRED");
    }

    @Test
    void givenCode_whenToldToAPerson_thenItHasOneShortSentence() {
        assertThat(CouponErrorCode.values())
                .allSatisfy(code -> assertThat(code.title()).isNotBlank().hasSizeLessThan(80));
    }
}
