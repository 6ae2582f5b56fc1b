package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.query.coupon.CouponQuery.FindCoupon;
import io.firstcome.query.coupon.CouponView;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.usercoupon.UserCouponQuery.FindUserCoupons;
import io.firstcome.query.usercoupon.UserCouponView;
import io.firstcome.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ViewsIT {

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
    void givenEvents_whenAsked_thenTheViewsShowThem() {
        CouponTestData campaign = new CouponTestData("1");
        querySide.store(List.of(campaign.created(10)));
        // All processors are up: what is asked next is about reading one's own write, not about the start.
        querySide.awaitCaughtUp();
        querySide.store(campaign.issued(3));

        // A busy machine may need longer than one question waits.
        CouponView view = await().ignoreException(ProblemException.class)
                .until(
                        () -> querySide.bean(QueryClient.class).find(new FindCoupon("1", 3L, false), CouponView.class),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(view.issued()).isEqualTo(3);
        assertThat(view.remaining()).isEqualTo(7);
        assertThat(view.status()).isEqualTo(CouponView.Status.OPEN);
        await().untilAsserted(() -> assertThat(querySide
                        .bean(QueryClient.class)
                        .list(new FindUserCoupons("u2", Long.MAX_VALUE, 20), UserCouponView.class))
                .singleElement()
                .satisfies(item -> assertThat(item.serial()).isEqualTo(2)));
    }
}
