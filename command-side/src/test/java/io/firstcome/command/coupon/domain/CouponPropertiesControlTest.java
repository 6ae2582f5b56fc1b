package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.coupon.CouponEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties of {@link CouponPropertiesTest} on coupons that are broken on purpose: every fault is noticed. */
class CouponPropertiesControlTest {

    private static final int HISTORIES = 150;

    /** The histories of the properties, from a fixed seed. */
    private static List<History> histories() {
        List<History> histories = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<History> generator = History.any().generator(HISTORIES);
            Random random = new Random(42);
            for (int i = 0; i < HISTORIES; i++) {
                histories.add(generator.next(random).value());
            }
        });
        return histories;
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenCoupon_whenTheModelDecidesToo_thenTheyDiffer(BrokenCoupon broken) {
        assertThat(histories())
                .anyMatch(history -> !history.sentTo(broken.make()).equals(history.sentTo(new NaiveCoupon())));
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenCoupon_whenItBreaksAnInvariant_thenTheCheckTells(BrokenCoupon broken) {
        assertThat(histories().stream()
                        .anyMatch(history -> !Invariants.violations(history, history.sentTo(broken.make()))
                                .isEmpty()))
                .isEqualTo(broken.breaksInvariant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity",
                "limitPerUser",
                "validDays",
                "issueFrom",
                "issueUntil",
                "requiredTier",
                "closed",
                "pieces",
                "minOrderAmount",
                "redemptions"
            })
    void givenSnapshotThatLosesOneField_whenCommandsGoOn_thenADecisionDiffers(String field) {
        String lost = "\"%s\":(\\[[^]]*]|[^,}]*),?".formatted(field);

        assertThat(histories())
                .anyMatch(history -> !history.sentTo(
                                new AxonCoupons(
                                        json -> json.replaceFirst(lost, "").replace(",}", "}")),
                                history.commands().size() / 2)
                        .equals(history.sentTo(new NaiveCoupon())));
    }

    @Test
    void givenHistories_whenDecided_thenEveryRefusalAndEveryEventOccurs() {
        Set<RejectionCode> refusals = new HashSet<>();
        Set<Class<?>> events = new HashSet<>();
        for (History history : histories()) {
            for (Outcome outcome : history.sentTo(new NaiveCoupon())) {
                outcome.events().forEach(event -> events.add(event.getClass()));
                if (outcome.rejection() != null) {
                    refusals.add(outcome.rejection());
                }
            }
        }

        assertThat(refusals).containsExactlyInAnyOrder(CouponErrorCode.values());
        assertThat(events).containsExactlyInAnyOrder(CouponEvent.class.getPermittedSubclasses());
    }
}
