package io.firstcome.query.usercoupon;

import io.firstcome.query.querying.DescendingCursor;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.usercoupon.UserCouponQuery.FindUserCoupons;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A user's coupons over HTTP. */
@RestController
@RequestMapping("/api/v1/user/{userId}/coupon")
@Tag(name = "User", description = "What a user holds")
class UserCouponController {

    private final QueryClient questions;

    UserCouponController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping
    @ForCustomer
    @Operation(
            summary = "The coupons of a user, newest first",
            description = "Redeemed and expired ones too. A coupon appears here shortly after it was issued.")
    Page<UserCouponView> listUserCoupons(
            @PathVariable @OpaqueId String userId, Limit limit, @Nullable Cursor cursor, Caller caller) {
        caller.requireSelfOrOperator(userId);
        List<UserCouponView> found = questions.list(
                new FindUserCoupons(userId, DescendingCursor.before(cursor), limit.value() + 1), UserCouponView.class);
        return DescendingCursor.page(found, limit, UserCouponView::position);
    }
}
