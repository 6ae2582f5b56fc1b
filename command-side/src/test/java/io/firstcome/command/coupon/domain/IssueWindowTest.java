package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static io.firstcome.command.coupon.domain.Campaign.TICK;
import static io.firstcome.command.coupon.domain.Fixtures.refusal;

import io.firstcome.contract.CouponErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The window begins with issueFrom and ends before issueUntil. */
class IssueWindowTest {

    private static final Instant FROM = NOW;
    private static final Instant UNTIL = NOW.plus(Duration.ofHours(1));

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    @Test
    void givenWindow_whenIssuedAtItsFirstInstant_thenItIsOpen() {
        expectIssued(Campaign.of(1).window(FROM, UNTIL), FROM);
    }

    @Test
    void givenWindow_whenIssuedJustBefore_thenNotOpen() {
        expectNotOpen(Campaign.of(1).window(FROM, UNTIL), FROM.minus(TICK));
    }

    @Test
    void givenWindow_whenIssuedAtItsLastInstant_thenItIsOpen() {
        expectIssued(Campaign.of(1).window(FROM, UNTIL), UNTIL.minus(TICK));
    }

    @Test
    void givenWindow_whenIssuedAtItsEnd_thenNotOpen() {
        expectNotOpen(Campaign.of(1).window(FROM, UNTIL), UNTIL);
    }

    @Test
    void givenWindowOfOneInstant_whenIssuedAtIt_thenItIsOpen() {
        Campaign campaign = Campaign.of(1).window(FROM, FROM.plus(TICK));

        expectIssued(campaign, FROM);
        expectNotOpen(campaign, FROM.plus(TICK));
        expectNotOpen(campaign, FROM.minus(TICK));
    }

    @Test
    void givenNoStart_whenIssuedLongAgo_thenItIsOpen() {
        expectIssued(Campaign.of(1).window(null, UNTIL), Instant.EPOCH);
        expectNotOpen(Campaign.of(1).window(null, UNTIL), UNTIL);
    }

    @Test
    void givenNoEnd_whenIssuedFarAhead_thenItIsOpen() {
        expectIssued(Campaign.of(1).window(FROM, null), Instant.parse("2999-12-31T23:59:59Z"));
        expectNotOpen(Campaign.of(1).window(FROM, null), FROM.minus(TICK));
    }

    @Test
    void givenNoWindow_whenIssuedAtAnyTime_thenItIsOpen() {
        expectIssued(Campaign.of(1), Instant.EPOCH);
        expectIssued(Campaign.of(1), Instant.parse("2999-12-31T23:59:59Z"));
    }

    private void expectIssued(Campaign campaign, Instant at) {
        fixture.given(campaign.created()).when(Campaign.issue("1", at)).expectEvents(campaign.issued("1", 1, at));
    }

    private void expectNotOpen(Campaign campaign, Instant at) {
        fixture.given(campaign.created())
                .when(Campaign.issue("1", at))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_NOT_OPEN));
    }
}
