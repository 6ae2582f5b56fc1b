package io.firstcome.command.payment.domain;

import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.command.payment.api.PaymentCommand.CompleteRefund;
import io.firstcome.command.payment.api.PaymentCommand.FailRefund;
import io.firstcome.command.payment.api.PaymentCommand.RecordCardRefund;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An approved payment with one mistake that programs of this kind make. */
final class NaivePayment implements Payments {

    enum Mistake {
        /** Compares with what was given back, not with what is about to be. */
        OPEN_REFUNDS_ARE_FORGOTTEN,
        /** Takes the same refund for a new one. */
        SAID_AGAIN_IS_DONE_AGAIN,
        /** Splits by what was paid, not by what is left of it. */
        THE_SPLIT_IS_THAT_OF_THE_PAYMENT,
        /** Takes what has failed for what was given back. */
        FAILED_IS_GIVEN_BACK
    }

    private final Paying paying;
    private final Mistake mistake;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, PaymentRefundStarted> open = new HashMap<>();
    private final List<PaymentRefundStarted> ended = new ArrayList<>();

    NaivePayment(Paying paying, Mistake mistake) {
        this.paying = paying;
        this.mistake = mistake;
    }

    @Override
    public List<PaymentEvent> send(PaymentCommand command) {
        return switch (command) {
            case RefundPayment refund -> start(refund);
            case RecordCardRefund refund -> card(refund);
            case CompleteRefund refund -> end(refund.refundId().value());
            case FailRefund refund -> fail(refund);
            default -> List.of();
        };
    }

    private List<PaymentEvent> start(RefundPayment refund) {
        String id = refund.refundId().value();
        if (!ids.add(id) && mistake != Mistake.SAID_AGAIN_IS_DONE_AGAIN) {
            return List.of();
        }
        long left =
                paying.amount() - ended.stream().mapToLong(NaivePayment::amount).sum();
        long leftByCard = paying.card()
                - ended.stream().mapToLong(PaymentRefundStarted::card).sum();
        if (mistake != Mistake.OPEN_REFUNDS_ARE_FORGOTTEN) {
            left -= open.values().stream().mapToLong(NaivePayment::amount).sum();
            leftByCard -=
                    open.values().stream().mapToLong(PaymentRefundStarted::card).sum();
        }
        long asked = refund.amount() == null ? left : refund.amount();
        if (asked <= 0 || asked > left) {
            ids.remove(id);
            return List.of();
        }
        long card = Math.min(
                asked, mistake == Mistake.THE_SPLIT_IS_THAT_OF_THE_PAYMENT ? paying.card() : Math.max(0, leftByCard));
        PaymentRefundStarted started = Paying.started(id, asked - card, card);
        open.put(id, started);
        return List.of(started);
    }

    private List<PaymentEvent> card(RecordCardRefund refund) {
        PaymentRefundStarted started = open.get(refund.refundId().value());
        return started == null || started.card() == 0
                ? List.of()
                : List.of(Paying.cardRefunded(refund.refundId().value(), started.card(), started.points()));
    }

    private List<PaymentEvent> end(String id) {
        PaymentRefundStarted started = mistake == Mistake.SAID_AGAIN_IS_DONE_AGAIN ? open.get(id) : open.remove(id);
        if (started == null) {
            return List.of();
        }
        ended.add(started);
        long sum = ended.stream().mapToLong(NaivePayment::amount).sum();
        return List.of(paying.refunded(id, amount(started), sum));
    }

    private List<PaymentEvent> fail(FailRefund refund) {
        if (mistake == Mistake.FAILED_IS_GIVEN_BACK) {
            return end(refund.refundId().value()).stream()
                    .<PaymentEvent>map(done ->
                            Paying.failed(((PaymentRefunded) done).refundId().value(), 1))
                    .toList();
        }
        return open.remove(refund.refundId().value()) == null
                ? List.of()
                : List.of(Paying.failed(refund.refundId().value(), 1));
    }

    private static long amount(PaymentRefundStarted refund) {
        return refund.points() + refund.card();
    }
}
