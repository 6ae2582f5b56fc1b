package io.firstcome.query.coupon.readmodel;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The reads of table {@code coupon_view}. */
interface CouponRows extends Repository<CouponRow, String> {

    Optional<CouponRow> findById(String couponId);
}
