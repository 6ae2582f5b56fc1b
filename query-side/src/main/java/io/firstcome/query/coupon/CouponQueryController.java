package io.firstcome.query.coupon;

import io.firstcome.contract.CouponErrorCode;
import io.firstcome.query.coupon.CouponQuery.FindCoupon;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.etag.EntityTags;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForAnyRole;
import io.firstcome.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about coupons over HTTP. */
@RestController
@RequestMapping("/api/v1/coupon")
@Tag(name = "Coupon")
class CouponQueryController {

    private final QueryClient questions;

    CouponQueryController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping("/{couponId}")
    @ForAnyRole
    @Operation(
            summary = "One campaign and how far it is",
            description = "The ETag covers the whole answer, which changes with the clock, too. Refusals are shown to"
                    + " operators only.")
    @Rejects(type = CouponErrorCode.class, codes = "COUPON_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    ResponseEntity<CouponView> findCoupon(
            @PathVariable @OpaqueId String couponId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            Caller caller,
            @Parameter(hidden = true) HttpServletRequest request) {
        CouponView view = questions
                .find(new FindCoupon(couponId, minVersion, caller.has(Role.OPERATOR)), CouponView.class)
                .orElseThrow(() -> ProblemException.of(CouponErrorCode.COUPON_NOT_FOUND, null));
        return EntityTags.answer(request, view.version(), view);
    }
}
