package io.firstcome.benchmarks.baseline;

import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.ForOperator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The paths, bodies and answers of ours, so that the same requests go to all. */
@RestController
@RequestMapping("/api/v1/coupon")
class CouponController {

    private final Coupons coupons;

    CouponController(Coupons coupons) {
        this.coupons = coupons;
    }

    /** The body of {@code POST /coupon}; name and discount are taken and not used. */
    record CreateRequest(
            @NotNull @OpaqueId String couponId,
            @NotNull String name,
            @Min(1) int quantity,
            @Nullable Map<String, Object> discount) {}

    /** The body of {@code POST /coupon/publish}. */
    record PublishRequest(
            @NotNull @OpaqueId String userId,
            @NotNull @OpaqueId String couponId) {}

    /** Its answer. */
    record PublishResponse(String couponId, String userId, int serial, Instant issuedAt, Instant expiresAt) {}

    @PostMapping
    @ForOperator
    ResponseEntity<Map<String, String>> create(@Valid @RequestBody CreateRequest request) {
        coupons.create(request.couponId(), request.quantity());
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("couponId", request.couponId()));
    }

    @PostMapping("/publish")
    @FastPath
    @ForCustomer
    ResponseEntity<PublishResponse> publish(@Valid @RequestBody PublishRequest request, Caller caller) {
        caller.requireSelfOrOperator(request.userId());
        Coupons.Piece piece = coupons.issue(request.couponId(), request.userId());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag("\"" + piece.serial() + "\"")
                .body(new PublishResponse(
                        request.couponId(), request.userId(), piece.serial(), piece.issuedAt(), piece.expiresAt()));
    }

    @GetMapping("/{couponId}/stored")
    @ForOperator
    Coupons.Stored stored(@PathVariable String couponId) {
        return coupons.stored(couponId);
    }
}
