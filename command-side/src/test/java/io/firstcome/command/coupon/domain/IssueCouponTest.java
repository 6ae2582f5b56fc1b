package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static io.firstcome.command.coupon.domain.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.events.coupon.CouponEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueCouponTest {

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    @Test
    void givenNewCoupon_whenIssued_thenSerialIsOne() {
        Campaign campaign = Campaign.of(1_000);

        fixture.given(campaign.created())
                .when(Campaign.issue("1"))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(campaign.issued("1", 1))
                .expectEvents(campaign.issued("1", 1));
    }

    @Test
    void givenIssuedPieces_whenIssuedToEachOfTheNext_thenSerialsCountOn() {
        Campaign campaign = Campaign.of(50);
        for (int serial = 1; serial <= 50; serial++) {
            fixture.given(history(campaign, serial - 1))
                    .when(Campaign.issue("user-" + serial))
                    .expectEvents(campaign.issued("user-" + serial, serial));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 365, 3_650})
    void givenValidity_whenIssued_thenItExpiresThatManyDaysLater(int days) {
        Campaign campaign = Campaign.of(1).validDays(days);
        Instant at = Instant.parse("2028-02-28T23:59:59.999999Z");

        fixture.given(campaign.created())
                .when(Campaign.issue("1", at))
                .expectEvents(campaign.issued("1", 1, at))
                .expectResultMessagePayload(campaign.issued("1", 1, at));
        assertThat(campaign.issued("1", 1, at).expiresAt()).isEqualTo(at.plusSeconds(days * 86_400L));
    }

    @Test
    void givenOnePieceLeft_whenIssued_thenTheLastSerialIsTheQuantity() {
        Campaign campaign = Campaign.of(3);

        fixture.given(history(campaign, 2)).when(Campaign.issue("last")).expectEvents(campaign.issued("last", 3));
    }

    @Test
    void givenLastPieceIssued_whenAnotherAsks_thenSoldOut() {
        fixture.given(history(Campaign.of(3), 3))
                .when(Campaign.issue("late"))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_SOLD_OUT));
    }

    @Test
    void givenQuantityOfOne_whenTwoAsk_thenTheSecondIsRefused() {
        Campaign campaign = Campaign.of(1);

        fixture.given(campaign.created()).when(Campaign.issue("1")).expectEvents(campaign.issued("1", 1));
        fixture.givenCommands(campaign.create(), Campaign.issue("1"))
                .when(Campaign.issue("2"))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_SOLD_OUT));
    }

    @Test
    void givenRefusedUsers_whenTheyCouldHaveIt_thenTheRefusalLeftNoTrace() {
        Campaign campaign = Campaign.of(2).window(NOW, null);
        IssueCoupon early = Campaign.issue("1", NOW.minus(Campaign.TICK));

        fixture.given(campaign.created())
                .when(early)
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_NOT_OPEN));
        fixture.given(campaign.created()).when(Campaign.issue("1")).expectEvents(campaign.issued("1", 1));
    }

    @Test
    void givenNoCoupon_whenIssued_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(Campaign.issue("1"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
        assertThat(Campaign.issue("1").whenUnknown()).isEqualTo(CouponErrorCode.COUPON_NOT_FOUND);
    }

    private static List<CouponEvent> history(Campaign campaign, int issued) {
        return Stream.concat(
                        Stream.<CouponEvent>of(campaign.created()),
                        IntStream.rangeClosed(1, issued).mapToObj(serial -> campaign.issued("user-" + serial, serial)))
                .toList();
    }
}
