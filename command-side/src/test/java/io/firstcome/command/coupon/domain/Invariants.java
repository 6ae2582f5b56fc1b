package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.command.coupon.api.CouponCommand.ChoosePiece;
import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of any history of one coupon, whatever was asked. It looks at commands and events only. */
final class Invariants {

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> pieces = new HashMap<>();
    private final Map<Integer, CouponIssued> given = new HashMap<>();
    private final Map<Integer, PaymentId> redeemedBy = new HashMap<>();
    private final Set<PaymentId> decided = new HashSet<>();
    private @Nullable CouponCreated rules;
    private boolean closed;
    private int issued;

    private Invariants() {}

    /** What does not hold; empty when all is well. */
    static List<String> violations(History history, List<Outcome> outcomes) {
        Invariants invariants = new Invariants();
        invariants.require(history.commands().size() == outcomes.size(), "one outcome for each command");
        for (int i = 0; i < outcomes.size(); i++) {
            invariants.check(history.commands().get(i), outcomes.get(i));
        }
        return invariants.violations;
    }

    private void check(CouponCommand command, Outcome outcome) {
        if (outcome.rejection() != null) {
            require(outcome.events().isEmpty(), "a refusal emits nothing");
        } else {
            require(
                    outcome.events().size() == 1 || (outcome.events().isEmpty() && mayDoNothing(command)),
                    "an accepted command emits one event, unless it was said before");
            outcome.events().forEach(event -> check(command, event));
        }
    }

    private void check(CouponCommand command, CouponEvent event) {
        switch (event) {
            case CouponCreated created -> {
                require(command instanceof CreateCoupon && rules == null, "it is created once, when it is asked for");
                rules = created;
            }
            case CouponIssued issue -> check(command, issue, rules);
            case CouponClosed close -> {
                require(command instanceof CloseCoupon && rules != null && !closed, "it is closed once");
                closed = true;
            }
            case CouponRedeemed redeemed -> check(command, redeemed, rules);
            case CouponRedemptionRefused refused -> decide(command, refused.paymentId());
            case CouponRestored restored -> {
                PaymentId holder = redeemedBy.remove(restored.serial());
                require(command instanceof RestoreCoupon, "it is restored when it is asked for");
                require(restored.paymentId().equals(holder), "only what that payment has redeemed is restored");
            }
        }
    }

    /** A payment that was decided is not decided again, and what it does not hold is not restored. */
    private boolean mayDoNothing(CouponCommand command) {
        return switch (command) {
            case RedeemCoupon redeem -> decided.contains(redeem.paymentId());
            case RestoreCoupon restore -> !redeemedBy.containsValue(restore.paymentId());
            case ChoosePiece choose -> true;
            default -> false;
        };
    }

    private void decide(CouponCommand command, PaymentId payment) {
        require(command instanceof RedeemCoupon, "a payment is decided when it is asked for");
        require(decided.add(payment), "a payment is decided once");
    }

    private void check(CouponCommand command, CouponRedeemed event, @Nullable CouponCreated campaign) {
        decide(command, event.paymentId());
        if (!(command instanceof RedeemCoupon redeem) || campaign == null) {
            return;
        }
        Long most = campaign.discount().maxAmount();
        CouponIssued piece = given.get(event.serial());
        require(
                piece != null && piece.userId().equals(redeem.userId()),
                "only what was issued to the user is redeemed");
        require(piece == null || redeem.at().isBefore(piece.expiresAt()), "an expired piece is not redeemed");
        require(
                redeemedBy.put(event.serial(), event.paymentId()) == null,
                "a piece is redeemed by one payment at a time");
        require(redeemedBy.size() <= issued, "never more redeemed than issued");
        require(event.orderAmount() >= campaign.minOrderAmount(), "the order is large enough");
        require(event.discount() > 0, "no piece is used up for nothing");
        require(event.discount() <= event.orderAmount(), "it takes off what is there");
        require(most == null || event.discount() <= most, "it takes off no more than the campaign allows");
    }

    private void check(CouponCommand command, CouponIssued event, @Nullable CouponCreated campaign) {
        if (!(command instanceof IssueCoupon issue) || campaign == null) {
            violations.add("a piece is issued when it is asked for, of a coupon that is there");
            return;
        }
        Instant from = campaign.issueFrom();
        Instant until = campaign.issueUntil();
        int ofUser = pieces.merge(event.userId().value(), 1, Integer::sum);
        given.put(event.serial(), event);
        require(!closed, "nothing is issued after the close");
        require(event.userId().equals(issue.userId()), "it is the user's who asked");
        require(event.issuedAt().equals(issue.at()), "it is issued when it was asked for");
        require(from == null || !event.issuedAt().isBefore(from), "nothing is issued before the window");
        require(until == null || event.issuedAt().isBefore(until), "nothing is issued after the window");
        require(event.serial() == ++issued, "serials count from 1 without holes");
        require(event.serial() <= campaign.quantity(), "never more than the quantity");
        require(ofUser <= campaign.limitPerUser(), "never more than the limit of a user");
        require(
                campaign.requiredTier() == null
                        || (issue.userTier() != null && issue.userTier().compareTo(campaign.requiredTier()) >= 0),
                "nobody below the tier gets one");
        require(
                Duration.between(event.issuedAt(), event.expiresAt()).equals(Duration.ofDays(campaign.validDays())),
                "it is valid for the days of the campaign");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            violations.add(what);
        }
    }
}
