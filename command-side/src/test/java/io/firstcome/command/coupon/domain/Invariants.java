package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.command.coupon.api.CreateCoupon;
import io.firstcome.command.coupon.api.IssueCoupon;
import io.firstcome.events.coupon.CouponClosed;
import io.firstcome.events.coupon.CouponCreated;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponIssued;
import io.firstcome.events.coupon.CouponRedeemed;
import io.firstcome.events.coupon.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponRestored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold of any history of one coupon, whatever was asked. It looks at commands and events only. */
final class Invariants {

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> pieces = new HashMap<>();
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
        if (outcome.refusal() != null) {
            require(outcome.events().isEmpty(), "a refusal emits nothing");
        } else {
            require(outcome.events().size() == 1, "an accepted command emits one event");
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
            case CouponRedeemed redeemed -> violations.add("nothing is redeemed here");
            case CouponRedemptionRefused refused -> violations.add("nothing is redeemed here");
            case CouponRestored restored -> violations.add("nothing is redeemed here");
        }
    }

    private void check(CouponCommand command, CouponIssued event, @Nullable CouponCreated campaign) {
        if (!(command instanceof IssueCoupon issue) || campaign == null) {
            violations.add("a piece is issued when it is asked for, of a coupon that is there");
            return;
        }
        Instant from = campaign.issueFrom();
        Instant until = campaign.issueUntil();
        int ofUser = pieces.merge(event.userId().value(), 1, Integer::sum);
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
