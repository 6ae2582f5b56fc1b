package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Fixtures.refusal;

import io.firstcome.contract.CouponErrorCode;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueLimitTest {

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    @Test
    void givenUserHasOne_whenTheyAskAgain_thenAlreadyIssued() {
        Campaign campaign = Campaign.of(1_000);

        fixture.given(campaign.created(), campaign.issued("1", 1))
                .when(Campaign.issue("1"))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_ALREADY_ISSUED));
    }

    @Test
    void givenLimitOfThree_whenUserHasTwo_thenTheyGetTheThird() {
        Campaign campaign = Campaign.of(1_000).limitPerUser(3);

        fixture.given(campaign.created(), campaign.issued("1", 1), campaign.issued("2", 2), campaign.issued("1", 3))
                .when(Campaign.issue("1"))
                .expectEvents(campaign.issued("1", 4));
    }

    @Test
    void givenLimitOfThree_whenUserHasThree_thenAlreadyIssued() {
        Campaign campaign = Campaign.of(1_000).limitPerUser(3);

        fixture.given(campaign.created(), campaign.issued("1", 1), campaign.issued("1", 2), campaign.issued("1", 3))
                .when(Campaign.issue("1"))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_ALREADY_ISSUED));
    }

    @Test
    void givenLimitOfThree_whenOneUserHasThree_thenOthersStillGetTheirs() {
        Campaign campaign = Campaign.of(1_000).limitPerUser(3);

        fixture.given(campaign.created(), campaign.issued("1", 1), campaign.issued("1", 2), campaign.issued("1", 3))
                .when(Campaign.issue("2"))
                .expectEvents(campaign.issued("2", 4));
    }

    @ParameterizedTest
    @CsvSource({
        "7,007",
        "0,00",
        "a,A",
        "9223372036854775807,9223372036854775808",
        "550e8400-e29b-41d4-a716-446655440000,550E8400-E29B-41D4-A716-446655440000",
    })
    void givenIdsThatLookAlike_whenEachAsks_thenTheyAreDifferentUsers(String one, String other) {
        Campaign campaign = Campaign.of(1_000);

        fixture.given(campaign.created(), campaign.issued(one, 1))
                .when(Campaign.issue(other))
                .expectEvents(campaign.issued(other, 2));
        fixture.given(campaign.created(), campaign.issued(one, 1), campaign.issued(other, 2))
                .when(Campaign.issue(one))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_ALREADY_ISSUED));
    }
}
