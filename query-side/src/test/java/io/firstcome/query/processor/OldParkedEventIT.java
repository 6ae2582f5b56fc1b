package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.CouponTestData;
import io.firstcome.query.QuerySide;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that an earlier version has dead-lettered. */
class OldDeadLetteredEventIT {

    private static final String OLD = "{\"couponId\":\"1\",\"closedAt\":\"2026-11-20T09:01:00.123456Z\"}";

    private final QuerySide querySide = QuerySide.start();

    @AfterEach
    void stop() {
        querySide.close();
    }

    /** Axon's queue does not upcast, ours does. */
    @Test
    void givenOldEventThatIsADeadLetter_whenRetried_thenItIsTakenAsTheEventOfToday() {
        CouponTestData campaign = new CouponTestData("1");
        querySide.store(List.of(campaign.created(1)));
        querySide.store(List.of(campaign.issued("u1")));
        // More than the campaign has: the view's table refuses it, and dead-letters what follows.
        CouponIssued tooMany = new CouponIssued(
                new CouponId("1"), new UserId("u2"), 2, CouponTestData.AT, CouponTestData.AT.plusSeconds(1));
        querySide.store(List.of(campaign.message(tooMany), campaign.closed()));
        querySide.awaitCaughtUp();
        querySide
                .jdbc()
                .update(
                        "UPDATE dead_letter_entry SET payload = ?, payload_revision = '1' WHERE payload_type ="
                                + " 'CouponClosed' AND processing_group = 'coupon'",
                        OLD.getBytes(StandardCharsets.UTF_8));
        querySide.jdbc().update("UPDATE coupon_view SET quantity = 2");

        assertThat(querySide.bean(DeadLetters.class).retry("coupon")).isEqualTo(new RetryResult(2, 0));
        assertThat(querySide.jdbc().queryForObject("SELECT closed_at IS NOT NULL FROM coupon_view", Boolean.class))
                .isTrue();
    }
}
