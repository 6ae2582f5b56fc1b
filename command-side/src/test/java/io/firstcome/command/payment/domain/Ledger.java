package io.firstcome.command.payment.domain;

import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Books what the events of one payment say, without any rule of it, and notes what cannot be true. */
final class Ledger {

    private final Paying paying;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, PaymentRefundStarted> open = new HashMap<>();
    private final Set<String> began = new HashSet<>();
    private final Set<String> byCard = new HashSet<>();
    private long points;
    private long card;
    private boolean whole;

    Ledger(Paying paying) {
        this.paying = paying;
    }

    void book(List<PaymentEvent> events) {
        events.forEach(this::book);
    }

    private void book(PaymentEvent event) {
        switch (event) {
            case PaymentRefundStarted started -> begin(started);
            case CardRefunded refunded ->
                require(byCard.add(refunded.refundId().value()), "a card part comes back once");
            case PaymentRefunded refunded -> end(refunded);
            case PaymentRefundFailed failed ->
                require(open.remove(failed.refundId().value()) != null, "only an open refund fails");
            default -> {}
        }
    }

    private void begin(PaymentRefundStarted started) {
        require(began.add(started.refundId().value()), "a refund begins once");
        open.put(started.refundId().value(), started);
        require(points + sumOfOpenPoints() <= paying.points(), "no more points go back than were paid");
        require(card + sumOfOpenCard() <= paying.card(), "no more goes back by card than was paid");
        require(started.points() >= 0 && started.card() >= 0, "no part is negative");
    }

    private void end(PaymentRefunded refunded) {
        PaymentRefundStarted started = open.remove(refunded.refundId().value());
        require(started != null, "only an open refund ends");
        if (started != null) {
            points += started.points();
            card += started.card();
        }
        require(refunded.refunded() == points + card, "the sum is that of the parts");
        require(refunded.whole() == (points + card == paying.amount()), "whole is all");
        require(!whole, "nothing ends after the whole");
        whole = refunded.whole();
    }

    /** What is neither given back nor about to be. */
    long left() {
        return paying.amount() - points - card - sumOfOpenPoints() - sumOfOpenCard();
    }

    List<String> violations() {
        return violations;
    }

    void require(boolean holds, String what) {
        if (!holds) {
            violations.add(what);
        }
    }

    private long sumOfOpenPoints() {
        return open.values().stream().mapToLong(PaymentRefundStarted::points).sum();
    }

    private long sumOfOpenCard() {
        return open.values().stream().mapToLong(PaymentRefundStarted::card).sum();
    }
}
