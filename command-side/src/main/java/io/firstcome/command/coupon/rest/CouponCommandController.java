package io.firstcome.command.coupon.rest;

import io.firstcome.command.admission.AdmissionCheck;
import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.rest.Commands;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Tier;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.ForOperator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to coupons over HTTP. */
@RestController
@RequestMapping("/api/v1/coupon")
@Tag(name = "Coupon", description = "Campaigns that issue a limited number of coupons, first come, first served")
public class CouponCommandController {

    /** After one of these the user has nothing to come back for. */
    private static final Set<String> FINAL_REFUSALS = Stream.of(
                    CouponErrorCode.COUPON_SOLD_OUT,
                    CouponErrorCode.COUPON_ALREADY_ISSUED,
                    CouponErrorCode.COUPON_CLOSED,
                    CouponErrorCode.COUPON_TIER_REQUIRED)
            .map(CouponErrorCode::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Commands commands;
    private final AdmissionCheck admissionCheck;
    private final Clock clock;

    CouponCommandController(Commands commands, AdmissionCheck admissionCheck, Clock clock) {
        this.commands = commands;
        this.admissionCheck = admissionCheck;
        this.clock = clock;
    }

    @PostMapping
    @ForOperator
    @Operation(summary = "Set up a coupon campaign")
    @ApiResponse(responseCode = "201", description = "The campaign is set up")
    @Rejects(type = CouponErrorCode.class, codes = "COUPON_EXISTS")
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<CouponResponse> createCoupon(
            @Valid @RequestBody CreateCouponRequest request, Caller caller, @Nullable IdempotentRequest idempotency) {
        return commands.send(request.toCommand(clock.instant()), CouponCreated.class, caller, idempotency)
                .toResponse(HttpStatus.CREATED, CouponResponse::of);
    }

    @PostMapping("/publish")
    @FastPath
    @ForCustomer
    @Operation(summary = "Issue one piece of a coupon to a user")
    @ApiResponse(responseCode = "201", description = "The piece is the user's")
    @Rejects(
            type = CouponErrorCode.class,
            codes = {
                "COUPON_NOT_FOUND",
                "COUPON_SOLD_OUT",
                "COUPON_ALREADY_ISSUED",
                "COUPON_NOT_OPEN",
                "COUPON_CLOSED",
                "COUPON_TIER_REQUIRED"
            })
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ADMISSION_REQUIRED", "ADMISSION_INVALID", "ADMISSION_EXPIRED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<PublishCouponResponse> publishCoupon(
            @Valid @RequestBody PublishCouponRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency,
            @Nullable AdmissionHeader admission) {
        caller.requireSelfOrOperator(request.userId());
        ProtectedItem item = new ProtectedItem(ProtectedItem.Type.COUPON, request.couponId());
        admissionCheck.require(item, new AdmissionCheck.Request(request.userId(), admission, caller, idempotency));
        IssueCoupon command = new IssueCoupon(
                new CouponId(request.couponId()),
                new UserId(request.userId()),
                tierOf(request.userId(), caller),
                clock.instant());
        try {
            return commands.send(command, CouponIssued.class, caller, idempotency)
                    .toResponse(HttpStatus.CREATED, PublishCouponResponse::of);
        } catch (ProblemException refused) {
            if (FINAL_REFUSALS.contains(refused.code())) {
                admissionCheck.finish(item, request.userId());
            }
            throw refused;
        }
    }

    @PostMapping("/{couponId}/close")
    @ForOperator
    @Operation(summary = "End a coupon campaign; issued pieces stay valid")
    @Rejects(
            type = CouponErrorCode.class,
            codes = {"COUPON_NOT_FOUND", "COUPON_CLOSED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<CloseCouponResponse> closeCoupon(
            @PathVariable @OpaqueId String couponId,
            @Valid @RequestBody(required = false) @Nullable CloseCouponRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        CloseCoupon command =
                new CloseCoupon(new CouponId(couponId), CloseCouponRequest.reasonOf(request), clock.instant());
        return commands.send(command, CouponClosed.class, caller, idempotency)
                .toResponse(HttpStatus.OK, CloseCouponResponse::of);
    }

    /** The tier that the user's own token names; an operator's token says nothing about another user. */
    private static @Nullable Tier tierOf(String userId, Caller caller) {
        return userId.equals(caller.userId())
                ? Arrays.stream(Tier.values())
                        .filter(tier -> tier.name().equals(caller.tier()))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
