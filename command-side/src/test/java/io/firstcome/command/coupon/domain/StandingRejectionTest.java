package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.StandingRejection;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a campaign refuses as it stands is what it would refuse itself, and nothing that it might grant. */
class StandingRejectionTest {

    private static final Instant OPENS = NOW;
    private static final Instant ENDS = NOW.plusSeconds(3_600);

    @Test
    void givenSoldOutCampaign_whenAsked_thenEachIsToldWhatTheCampaignWouldTell() {
        Coupon coupon = campaign(2, "anna", "bert");
        StandingRejection standing = standing(coupon, Campaign.issue("carl", Tier.GOLD));

        assertSame(coupon, standing, everyKindOfCommand());
        assertThat(standing.of(Campaign.issue("anna", Tier.GOLD))).isEqualTo(CouponErrorCode.COUPON_ALREADY_ISSUED);
        assertThat(standing.of(Campaign.close())).as("not its business").isNull();
    }

    @Test
    void givenClosedCampaign_whenAsked_thenEachIsToldSo() {
        Coupon coupon = campaign(9, "anna");
        coupon.on(Campaign.closed());

        assertSame(coupon, standing(coupon, Campaign.issue("carl", Tier.GOLD)), everyKindOfCommand());
    }

    @Test
    void givenRunningCampaign_whenAsked_thenWhoMayGetOneAndWhoHoldsOneIsLeftToTheCampaign() {
        Coupon coupon = campaign(9, "anna");
        StandingRejection standing = standing(coupon, Campaign.issue("anna", Tier.GOLD));

        assertThat(standing.of(Campaign.issue("carl", Tier.GOLD))).isNull();
        assertThat(standing.of(Campaign.issue("anna", Tier.GOLD))).isNull();
        assertThat(standing.of(issue("carl", OPENS.minusSeconds(1)))).isEqualTo(CouponErrorCode.COUPON_NOT_OPEN);
        assertThat(standing.of(issue("carl", ENDS))).isEqualTo(CouponErrorCode.COUPON_NOT_OPEN);
        assertThat(standing.of(Campaign.issue("carl", Tier.SILVER))).isEqualTo(CouponErrorCode.COUPON_TIER_REQUIRED);
    }

    @Test
    void givenRunningCampaign_whenItSellsOn_thenWhatItRefusedBeforeDoesNotChange() {
        Coupon coupon = campaign(2, "anna");
        StandingRejection standing = standing(coupon, issue("carl", OPENS.minusSeconds(1)));

        coupon.on(Campaign.of(2).issued("bert", 2));

        assertThat(standing.of(Campaign.issue("bert", Tier.GOLD)))
                .as("the lane, which is about to commit the last piece, has to say")
                .isNull();
    }

    /** Another node goes on while this one still tells what it knows. */
    @Test
    void givenCampaignAtAnyPoint_whenItGoesOn_thenWhatItRefusedForGoodStaysRefused() {
        Coupon coupon = campaign(3, "anna");
        List<StandingRejection> told = new ArrayList<>();
        List<Runnable> later = List.of(
                () -> coupon.on(Campaign.of(3).issued("bert", 2)),
                () -> coupon.on(Campaign.of(3).issued("dora", 3)),
                () -> coupon.on(Campaign.closed()));
        for (Runnable event : later) {
            told.add(standing(coupon, issue("carl", ENDS)));
            event.run();
            for (StandingRejection standing : told) {
                assertThat(everyKindOfCommand().stream().filter(command -> standing.of(command) != null))
                        .isNotEmpty()
                        .allSatisfy(
                                command -> assertThat(refusal(coupon, command)).isNotNull());
            }
        }
    }

    private static void assertSame(Coupon coupon, StandingRejection standing, List<IssueCoupon> commands) {
        assertThat(commands)
                .allSatisfy(command -> assertThat(standing.of(command)).isEqualTo(refusal(coupon, command)));
    }

    private static List<IssueCoupon> everyKindOfCommand() {
        List<IssueCoupon> commands = new ArrayList<>();
        for (String user : List.of("anna", "bert", "carl")) {
            for (Tier tier : Tier.values()) {
                for (Instant at : List.of(OPENS.minusSeconds(1), OPENS, ENDS.minusSeconds(1), ENDS)) {
                    commands.add(new IssueCoupon(Campaign.ID, new UserId(user), tier, at));
                }
            }
            commands.add(Campaign.issue(user));
        }
        return commands;
    }

    private static Coupon campaign(int quantity, String... holders) {
        Campaign campaign = Campaign.of(quantity).window(OPENS, ENDS).requiring(Tier.GOLD);
        Coupon coupon = new Coupon();
        coupon.on(campaign.created());
        for (int i = 0; i < holders.length; i++) {
            coupon.on(campaign.issued(holders[i], i + 1));
        }
        return coupon;
    }

    private static IssueCoupon issue(String user, Instant at) {
        return new IssueCoupon(Campaign.ID, new UserId(user), Tier.GOLD, at);
    }

    private static StandingRejection standing(Coupon coupon, IssueCoupon refused) {
        return Objects.requireNonNull(thrown(coupon, refused).standing());
    }

    private static @Nullable CouponErrorCode refusal(Coupon coupon, IssueCoupon command) {
        return (CouponErrorCode) thrown(coupon, command).code();
    }

    private static RejectedException thrown(Coupon coupon, IssueCoupon command) {
        return Objects.requireNonNull(catchThrowableOfType(RejectedException.class, () -> coupon.handle(command)));
    }
}
