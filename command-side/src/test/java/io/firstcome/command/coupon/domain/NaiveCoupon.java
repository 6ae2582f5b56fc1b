package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.command.coupon.api.CouponErrorCode;
import io.firstcome.command.coupon.api.CreateCoupon;
import io.firstcome.command.coupon.api.IssueCoupon;
import io.firstcome.events.coupon.CouponClosed;
import io.firstcome.events.coupon.CouponCreated;
import io.firstcome.events.coupon.CouponIssued;
import io.firstcome.events.coupon.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coupon as product.md tells it, in the plainest way: no events, no bitmap. The aggregate must decide the same. */
class NaiveCoupon implements Coupons {

    private static final List<Tier> TIERS = List.of(Tier.BASIC, Tier.SILVER, Tier.GOLD, Tier.VIP);

    @Nullable
    CreateCoupon campaign;

    boolean closed;
    int issued;
    final Map<String, Integer> pieces = new HashMap<>();

    @Override
    public Outcome send(CouponCommand command) {
        return switch (command) {
            case CreateCoupon create -> campaign == null ? create(create) : refused(CouponErrorCode.COUPON_EXISTS);
            case IssueCoupon issue -> issue(issue);
            case CloseCoupon close -> close(close);
            default -> throw new IllegalArgumentException("Not sent here: " + command);
        };
    }

    private Outcome create(CreateCoupon create) {
        campaign = create;
        return Outcome.accepted(new CouponCreated(
                create.couponId(),
                create.name(),
                create.quantity(),
                create.discount(),
                create.minOrderAmount(),
                create.issueFrom(),
                create.issueUntil(),
                create.validDays(),
                create.limitPerUser(),
                create.requiredTier(),
                create.at()));
    }

    private Outcome close(CloseCoupon close) {
        if (campaign == null) {
            return refused(CouponErrorCode.COUPON_NOT_FOUND);
        }
        if (closed) {
            return refused(CouponErrorCode.COUPON_CLOSED);
        }
        closed = true;
        return Outcome.accepted(new CouponClosed(close.couponId(), close.at()));
    }

    private Outcome issue(IssueCoupon issue) {
        CreateCoupon rules = campaign;
        if (rules == null) {
            return refused(CouponErrorCode.COUPON_NOT_FOUND);
        }
        if (closed) {
            return refused(CouponErrorCode.COUPON_CLOSED);
        }
        if (!isOpen(rules, issue.at())) {
            return refused(CouponErrorCode.COUPON_NOT_OPEN);
        }
        if (!hasTier(rules, issue)) {
            return refused(CouponErrorCode.COUPON_TIER_REQUIRED);
        }
        String user = keyOf(issue.userId().value());
        if (pieces.getOrDefault(user, 0) >= limit(rules)) {
            return refused(CouponErrorCode.COUPON_ALREADY_ISSUED);
        }
        if (isSoldOut(rules)) {
            onSoldOut(user);
            return refused(CouponErrorCode.COUPON_SOLD_OUT);
        }
        pieces.merge(user, 1, Integer::sum);
        issued = nextSerial();
        Duration validity = Duration.ofDays(rules.validDays());
        return Outcome.accepted(new CouponIssued(
                issue.couponId(), issue.userId(), issued, issue.at(), issue.at().plus(validity)));
    }

    boolean isOpen(CreateCoupon rules, Instant at) {
        boolean begun = rules.issueFrom() == null || at.compareTo(rules.issueFrom()) >= 0;
        boolean ended = rules.issueUntil() != null && at.compareTo(rules.issueUntil()) >= 0;
        return begun && !ended;
    }

    boolean hasTier(CreateCoupon rules, IssueCoupon issue) {
        Tier required = rules.requiredTier();
        return required == null
                || (issue.userTier() != null && TIERS.indexOf(issue.userTier()) >= TIERS.indexOf(required));
    }

    String keyOf(String user) {
        return user;
    }

    int limit(CreateCoupon rules) {
        return rules.limitPerUser();
    }

    boolean isSoldOut(CreateCoupon rules) {
        return issued == rules.quantity();
    }

    void onSoldOut(String user) {
        // A refusal leaves no trace.
    }

    int nextSerial() {
        return issued + 1;
    }

    Outcome refused(CouponErrorCode code) {
        return Outcome.refused(code);
    }
}
