package io.firstcome.command.coupon.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.coupon.api.CouponCommand.ChoosePiece;
import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.StandingRejection;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that issues a limited number of coupons, first come, first served.
 *
 * <p>Always: issued is at most the quantity, serials count 1 to issued without holes, no user has more than the limit, a piece is
 * redeemed by one payment at a time and only while it is valid. It remembers whose each is, and which payment redeemed which, in some
 * dozen bytes each ({@link IssuedCoupons}, {@link Redemptions}), so that a million of them fit.
 */
@Revision("3")
@AggregateRoot(type = CouponId.TYPE)
public final class Coupon {

    @AggregateIdentifier
    private @Nullable CouponId couponId;

    private int quantity;
    private int limitPerUser;
    private int validDays;
    private @Nullable Instant issueFrom;
    private @Nullable Instant issueUntil;
    private @Nullable Tier requiredTier;
    private boolean closed;
    private @Nullable Discount discount;
    private long minOrderAmount;
    private IssuedCoupons pieces = new IssuedCoupons();
    private Redemptions redemptions = new Redemptions();

    /** For Axon, which then replays the events. */
    Coupon() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CouponCreated handle(CreateCoupon command) {
        if (couponId != null) {
            throw new RejectedException(CouponErrorCode.COUPON_EXISTS);
        }
        CouponCreated created = new CouponCreated(
                command.couponId(),
                command.name(),
                command.quantity(),
                command.discount(),
                command.minOrderAmount(),
                command.issueFrom(),
                command.issueUntil(),
                command.validDays(),
                command.limitPerUser(),
                command.requiredTier(),
                command.at());
        apply(created);
        return created;
    }

    @CommandHandler
    CouponIssued handle(IssueCoupon command) {
        CouponErrorCode refusal = IssueRule.refusalOf(this, command);
        if (refusal != null) {
            throw new RejectedException(refusal, asItStands());
        }
        CouponIssued issue = new CouponIssued(
                command.couponId(),
                command.userId(),
                pieces.issued() + 1,
                command.at(),
                command.at().plus(validDays, ChronoUnit.DAYS));
        apply(issue);
        return issue;
    }

    @CommandHandler
    CouponClosed handle(CloseCoupon command) {
        if (closed) {
            throw new RejectedException(CouponErrorCode.COUPON_CLOSED);
        }
        CouponClosed close = new CouponClosed(command.couponId(), command.reason(), command.at());
        apply(close);
        return close;
    }

    /** Null: the user has none. */
    @CommandHandler
    @Nullable
    CouponPiece handle(ChoosePiece command) {
        int serial = redeemable(command.userId(), command.at());
        return serial == 0 ? null : new CouponPiece(command.couponId(), serial, pieces.expiry(serial));
    }

    @CommandHandler
    long handle(CountPieces command) {
        boolean over = closed || (issueUntil != null && !command.at().isBefore(issueUntil));
        return over ? 0 : quantity - pieces.issued();
    }

    /** Also when the campaign is closed or sold out: what was issued stays good. */
    @CommandHandler
    void handle(RedeemCoupon command) {
        if (redemptions.isDecided(command.paymentId())) {
            return;
        }
        if (RedeemRule.allHold(this, command)) {
            apply(new CouponRedeemed(
                    command.couponId(),
                    command.userId(),
                    redeemable(command.userId(), command.at()),
                    command.paymentId(),
                    command.orderId(),
                    command.orderAmount(),
                    discountOn(command.orderAmount()),
                    command.at()));
        } else {
            apply(new CouponRedemptionRefused(
                    command.couponId(),
                    command.userId(),
                    command.piece().serial(),
                    command.paymentId(),
                    command.orderId(),
                    command.at()));
        }
    }

    @CommandHandler
    void handle(RestoreCoupon command) {
        int serial = redemptions.redeemedBy(command.paymentId());
        if (serial != 0) {
            apply(new CouponRestored(command.couponId(), command.userId(), serial, command.paymentId(), command.at()));
        }
    }

    /**
     * What this campaign refuses for good: its terms never change, it is never opened again, its quantity and a user's pieces never
     * become fewer. Who holds a piece is a part of it only when all are issued: nobody is added any more. Before that, the copy seems to have all its pieces left, and lets through what only this one can decide.
     */
    private StandingRejection asItStands() {
        Coupon copy = new Coupon();
        copy.quantity = quantity;
        copy.limitPerUser = limitPerUser;
        copy.issueFrom = issueFrom;
        copy.issueUntil = issueUntil;
        copy.requiredTier = requiredTier;
        copy.closed = closed;
        if (isSoldOut()) {
            copy.pieces = pieces;
        }
        return command -> command instanceof IssueCoupon issue ? IssueRule.refusalOf(copy, issue) : null;
    }

    @EventSourcingHandler
    void on(CouponCreated event) {
        couponId = event.couponId();
        quantity = event.quantity();
        limitPerUser = event.limitPerUser();
        validDays = event.validDays();
        issueFrom = event.issueFrom();
        issueUntil = event.issueUntil();
        requiredTier = event.requiredTier();
        discount = event.discount();
        minOrderAmount = event.minOrderAmount();
    }

    @EventSourcingHandler
    void on(CouponIssued event) {
        pieces.add(event.userId(), event.expiresAt());
    }

    @EventSourcingHandler
    void on(CouponClosed event) {
        closed = true;
    }

    @EventSourcingHandler
    void on(CouponRedeemed event) {
        redemptions.redeem(event.paymentId(), event.serial());
    }

    @EventSourcingHandler
    void on(CouponRedemptionRefused event) {
        redemptions.refuse(event.paymentId());
    }

    @EventSourcingHandler
    void on(CouponRestored event) {
        redemptions.restore(event.paymentId(), event.serial());
    }

    boolean isClosed() {
        return closed;
    }

    boolean isSoldOut() {
        return pieces.issued() >= quantity;
    }

    boolean isIssuedAt(Instant instant) {
        return (issueFrom == null || !instant.isBefore(issueFrom))
                && (issueUntil == null || instant.isBefore(issueUntil));
    }

    boolean isFor(@Nullable Tier tier) {
        return requiredTier == null || (tier != null && tier.compareTo(requiredTier) >= 0);
    }

    boolean hasAllFor(UserId user) {
        return pieces.count(user) >= limitPerUser;
    }

    /** The serial of the user's piece that is redeemed next; 0: none is left. */
    int redeemable(UserId user, Instant at) {
        return pieces.firstToExpire(user, at, redemptions::isRedeemed);
    }

    long discountOn(long orderAmount) {
        return Objects.requireNonNull(discount).on(orderAmount);
    }

    boolean isFor(long orderAmount) {
        return orderAmount >= minOrderAmount;
    }
}
