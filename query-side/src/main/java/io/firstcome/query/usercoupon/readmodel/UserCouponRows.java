package io.firstcome.query.usercoupon.readmodel;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The reads of table {@code user_coupon_view}. */
interface UserCouponRows extends Repository<UserCouponRow, UserCouponRow.Key> {

    List<UserCouponRow> findByUserIdAndIssuedPositionLessThanOrderByIssuedPositionDesc(
            String userId, long before, Limit limit);
}
