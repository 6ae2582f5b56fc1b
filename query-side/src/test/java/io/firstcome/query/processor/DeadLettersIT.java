package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.CouponTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void givenDeadLetteredEvents_whenAnOperatorLooksAndRetries_thenTheyAreListedAndThenTaken() {
        CouponTestData campaign = new CouponTestData("1");
        querySide.store(List.of(campaign.created(1)));
        querySide.store(List.of(campaign.issued("u1")));
        // More than the campaign has: the view's table refuses it.
        querySide.store(List.of(
                campaign.message(new CouponIssued(
                        new CouponId("1"), new UserId("u2"), 2, CouponTestData.AT, CouponTestData.AT.plusSeconds(1))),
                campaign.closed()));
        querySide.awaitCaughtUp();
        DeadLetters deadLetters = querySide.bean(DeadLetters.class);

        Page<DeadLetterItem> first = deadLetters.list("coupon", null, 1);
        Page<DeadLetterItem> second = deadLetters.list("coupon", Cursor.decode(String.valueOf(first.nextCursor())), 1);
        assertThat(first.items()).singleElement().satisfies(event -> {
            assertThat(event.sequence()).isEqualTo("coupon:1");
            assertThat(event.type()).isEqualTo("CouponIssued");
            assertThat(event.aggregateId()).isEqualTo("1");
            assertThat(event.version()).isEqualTo(2);
            assertThat(event.reason()).contains("ck_coupon_view_issued");
        });
        assertThat(second.items()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("CouponClosed");
            assertThat(event.reason()).isNull();
        });
        assertThat(second.nextCursor()).isNull();
        assertThat(status("coupon").deadLetters()).isEqualTo(2);

        assertThat(deadLetters.retry("coupon")).isEqualTo(new RetryResult(0, 2));
        querySide.jdbc().update("UPDATE coupon_view SET quantity = 2");
        assertThat(deadLetters.retry("coupon")).isEqualTo(new RetryResult(2, 0));

        assertThat(querySide.jdbc().queryForObject("SELECT version FROM coupon_view", Long.class))
                .isEqualTo(3);
        assertThat(status("coupon").deadLetters()).isZero();
        assertThat(deadLetters.retry("coupon-counter")).isEqualTo(new RetryResult(0, 0));
    }

    private static ProcessorStatus status(String name) {
        return querySide.bean(ProcessorStatuses.class).find(name).orElseThrow();
    }
}
