package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.issue;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.contract.CouponErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The life of one campaign, told from its announcement to its end. */
class CouponScenarioTest {

    private static final Instant OPENING = Campaign.NOW.plus(Duration.ofHours(1));
    private static final Instant CLOSING = OPENING.plus(Duration.ofHours(8));

    private final AxonCoupons shop = new AxonCoupons();

    @Test
    void givenCampaignOfThree_whenTheCrowdComes_thenTheFirstThreeGetOneEach() {
        // In the morning the shop announces a campaign of three pieces, one for each customer, open from ten.
        Campaign campaign = Campaign.of(3).window(OPENING, CLOSING);
        assertThat(shop.send(campaign.create())).isEqualTo(Outcome.accepted(campaign.created()));

        // Anna comes before ten and goes away with nothing. She is not remembered for it.
        assertRefused(issue("anna", OPENING.minusSeconds(1)), CouponErrorCode.COUPON_NOT_OPEN);

        // At ten she is the first, Ben is the second.
        assertIssued(campaign, "anna", 1, OPENING);
        assertIssued(campaign, "ben", 2, OPENING.plusSeconds(1));

        // Anna would like another one for her sister.
        assertRefused(issue("anna", OPENING.plusSeconds(2)), CouponErrorCode.COUPON_ALREADY_ISSUED);

        // The server is restarted and has a snapshot to start from. Nobody notices.
        shop.snapshot(Campaign.ID);

        // Cleo gets the last piece, Dora comes too late, and Ben is told that he has his.
        assertIssued(campaign, "cleo", 3, OPENING.plusSeconds(3));
        assertRefused(issue("dora", OPENING.plusSeconds(4)), CouponErrorCode.COUPON_SOLD_OUT);
        assertRefused(issue("ben", OPENING.plusSeconds(5)), CouponErrorCode.COUPON_ALREADY_ISSUED);

        // The operator ends the campaign, once. Whoever comes now is told so, Dora too.
        assertThat(shop.send(Campaign.close())).isEqualTo(Outcome.accepted(Campaign.closed()));
        assertRefused(Campaign.close(), CouponErrorCode.COUPON_CLOSED);
        assertRefused(issue("dora", OPENING.plusSeconds(6)), CouponErrorCode.COUPON_CLOSED);

        // Its id is taken for good.
        assertRefused(Campaign.of(500).create(), CouponErrorCode.COUPON_EXISTS);
    }

    private void assertIssued(Campaign campaign, String user, int serial, Instant at) {
        assertThat(shop.send(issue(user, at))).isEqualTo(Outcome.accepted(campaign.issued(user, serial, at)));
    }

    private void assertRefused(CouponCommand command, CouponErrorCode code) {
        assertThat(shop.send(command)).isEqualTo(Outcome.refused(code));
    }
}
