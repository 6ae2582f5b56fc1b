package io.firstcome.query.usercoupon;

import io.firstcome.query.usercoupon.UserCouponQuery.FindUserCoupons;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the queries about users' coupons. */
@Component
class UserCouponQueries {

    private final JdbcTemplate jdbc;
    private final ViewTable<UserCouponRow> coupons;
    private final Clock clock;

    UserCouponQueries(ViewFrame frame, Clock clock) {
        this.jdbc = frame.jdbc();
        this.coupons = frame.table(UserCouponProjection.COUPONS);
        this.clock = clock;
    }

    @QueryHandler
    List<UserCouponView> handle(FindUserCoupons query) {
        Instant now = clock.instant();
        return coupons
                .select(
                        jdbc,
                        "user_id = ? AND issued_position < ? ORDER BY issued_position DESC LIMIT ?",
                        query.userId(),
                        query.before(),
                        query.limit())
                .stream()
                .map(row -> row.view(now))
                .toList();
    }
}
