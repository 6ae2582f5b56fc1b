package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.CouponErrorCode;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CloseCouponTest {

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    @Test
    void givenCoupon_whenClosed_thenItEnds() {
        fixture.given(Campaign.of(2).created())
                .when(Campaign.close())
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(Campaign.closed())
                .expectEvents(Campaign.closed());
    }

    @Test
    void givenSoldOutCoupon_whenClosed_thenItEnds() {
        Campaign campaign = Campaign.of(1);

        fixture.given(campaign.created(), campaign.issued("1", 1))
                .when(Campaign.close())
                .expectEvents(Campaign.closed());
    }

    @Test
    void givenClosedCoupon_whenClosedAgain_thenRefused() {
        fixture.given(Campaign.of(2).created(), Campaign.closed())
                .when(Campaign.close())
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_CLOSED));
    }

    @Test
    void givenClosedCoupon_whenIssued_thenRefused() {
        fixture.given(Campaign.of(2).created(), Campaign.closed())
                .when(Campaign.issue("1"))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_CLOSED));
    }

    @Test
    void givenNoCoupon_whenClosed_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(Campaign.close())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
        assertThat(Campaign.close().whenUnknown()).isEqualTo(CouponErrorCode.COUPON_NOT_FOUND);
    }
}
