package io.firstcome.query.coupon.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.query.coupon.api.CouponTerms;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code coupon_view}, to be read only: {@link CouponTable} writes. */
@Entity
@Immutable
@Table(name = "coupon_view")
@NullUnmarked // Hibernate sets the fields.
class CouponRow {

    @Id
    private String couponId;

    private String name;
    private int quantity;
    private String discountType;
    private long discountValue;
    private @Nullable Long discountMaxAmount;
    private long minOrderAmount;
    private @Nullable Long issueFrom;
    private @Nullable Long issueUntil;
    private int validDays;
    private int limitPerUser;
    private @Nullable String requiredTier;
    private long createdAt;
    private @Nullable Long closedAt;
    private int issued;
    private int redeemed;
    private long version;

    CouponState state() {
        CouponTerms terms = new CouponTerms(
                couponId,
                name,
                quantity,
                discountType,
                discountValue,
                discountMaxAmount,
                minOrderAmount,
                instant(issueFrom),
                instant(issueUntil),
                validDays,
                limitPerUser,
                requiredTier,
                Micros.toInstant(createdAt));
        return new CouponState(terms, issued, redeemed, instant(closedAt), version);
    }

    private static @Nullable Instant instant(@Nullable Long micros) {
        return micros == null ? null : Micros.toInstant(micros);
    }
}
