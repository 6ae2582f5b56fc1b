package io.firstcome.query.usercoupon.readmodel;

import io.firstcome.query.reading.Part;
import io.firstcome.query.usercoupon.api.FindUserCoupons;
import io.firstcome.query.usercoupon.api.UserCoupons;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Answers the queries about users' coupons. */
@Component
class UserCouponQueries {

    private final UserCouponRows rows;
    private final Clock clock;

    UserCouponQueries(UserCouponRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @QueryHandler
    UserCoupons handle(FindUserCoupons query) {
        Instant now = clock.instant();
        Part<UserCouponRow> found = Part.of(
                rows.findByUserIdAndIssuedPositionLessThanOrderByIssuedPositionDesc(
                        query.userId(), query.before(), Limit.of(query.limit() + 1)),
                query.limit());
        return new UserCoupons(found.items().stream().map(row -> row.view(now)).toList(), found.more());
    }
}
