package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.command.coupon.api.CouponCommand.ChoosePiece;
import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The coupon as product.md tells it, in the plainest way: no events, no bitmap. The aggregate must decide the same. */
class NaiveCoupon implements Coupons {

    private static final List<Tier> TIERS = List.of(Tier.BASIC, Tier.SILVER, Tier.GOLD, Tier.VIP);

    @Nullable
    CreateCoupon campaign;

    boolean closed;
    int issued;
    final Map<String, Integer> pieces = new HashMap<>();
    final List<CouponIssued> given = new ArrayList<>();
    final Map<Integer, String> usedBy = new HashMap<>();
    final Set<String> decided = new HashSet<>();

    @Override
    public Outcome send(CouponCommand command) {
        return switch (command) {
            case CreateCoupon create -> campaign == null ? create(create) : refused(CouponErrorCode.COUPON_EXISTS);
            case IssueCoupon issue -> issue(issue);
            case CloseCoupon close -> close(close);
            case ChoosePiece choose -> campaign == null ? refused(CouponErrorCode.COUPON_NOT_FOUND) : Outcome.nothing();
            case CountPieces count -> campaign == null ? refused(CouponErrorCode.COUPON_NOT_FOUND) : Outcome.nothing();
            case RedeemCoupon redeem -> redeem(redeem);
            case RestoreCoupon restore -> restore(restore);
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
        return Outcome.accepted(new CouponClosed(close.couponId(), close.reason(), close.at()));
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
        CouponIssued piece = new CouponIssued(
                issue.couponId(), issue.userId(), issued, issue.at(), issue.at().plus(validity));
        given.add(piece);
        return Outcome.accepted(piece);
    }

    private Outcome redeem(RedeemCoupon redeem) {
        CreateCoupon rules = campaign;
        if (rules == null) {
            return refused(CouponErrorCode.COUPON_NOT_FOUND);
        }
        String payment = redeem.paymentId().value();
        if (isDecided(payment)) {
            return Outcome.nothing();
        }
        decided.add(payment);
        Optional<CouponIssued> piece = given.stream()
                .filter(issue -> isOf(issue, keyOf(redeem.userId().value()))
                        && !isUsed(issue.serial())
                        && !isExpired(issue, redeem.at()))
                .min(inOrder());
        long discount = discount(rules, redeem.orderAmount());
        if (piece.isEmpty() || isTooSmall(rules, redeem) || isForNothing(discount)) {
            return Outcome.accepted(Campaign.refused(redeem));
        }
        int serial = piece.get().serial();
        usedBy.put(serial, payment);
        return Outcome.accepted(Campaign.redeemed(redeem, serial, discount));
    }

    private Outcome restore(RestoreCoupon restore) {
        if (campaign == null) {
            return refused(CouponErrorCode.COUPON_NOT_FOUND);
        }
        for (int serial = 1; serial <= issued; serial++) {
            if (isUsedBy(serial, restore.paymentId().value())) {
                onRestored(serial);
                return Outcome.accepted(Campaign.restored(restore, serial));
            }
        }
        return Outcome.nothing();
    }

    boolean isDecided(String payment) {
        return decided.contains(payment);
    }

    boolean isOf(CouponIssued piece, String user) {
        return keyOf(piece.userId().value()).equals(user);
    }

    Comparator<CouponIssued> inOrder() {
        return Comparator.comparing(CouponIssued::expiresAt).thenComparingInt(CouponIssued::serial);
    }

    boolean isUsed(int serial) {
        return usedBy.containsKey(serial);
    }

    boolean isUsedBy(int serial, String payment) {
        return payment.equals(usedBy.get(serial));
    }

    boolean isExpired(CouponIssued piece, Instant at) {
        return at.compareTo(piece.expiresAt()) >= 0;
    }

    boolean isForNothing(long discount) {
        return discount == 0;
    }

    boolean isTooSmall(CreateCoupon rules, RedeemCoupon redeem) {
        return redeem.orderAmount() < rules.minOrderAmount();
    }

    void onRestored(int serial) {
        usedBy.remove(serial);
    }

    /** With numbers of any size, cut to what the order costs and to what the campaign allows. */
    long discount(CreateCoupon rules, long orderAmount) {
        BigInteger percent = BigInteger.valueOf(rules.discount().value());
        if (rules.discount().type() == Discount.Type.FIXED) {
            return Math.min(rules.discount().value(), orderAmount);
        }
        BigInteger part = BigInteger.valueOf(orderAmount).multiply(percent).divide(BigInteger.valueOf(100));
        Long most = rules.discount().maxAmount();
        return part.min(BigInteger.valueOf(most == null ? orderAmount : most)).longValueExact();
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
        // A rejection leaves no trace.
    }

    int nextSerial() {
        return issued + 1;
    }

    Outcome refused(CouponErrorCode code) {
        return Outcome.refused(code);
    }
}
