package io.firstcome.command.payment.card;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.gateway.CardGateway;
import io.firstcome.command.payment.gateway.Finding;
import io.firstcome.command.payment.gateway.Outcome;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a run end in the middle, as a crash does: before or after a call, before a command. */
final class InjectedCrashes {

    enum Point {
        BEFORE_THE_CALL,
        AFTER_THE_CALL,
        BEFORE_THE_COMMAND
    }

    /** As an interrupted run ends. */
    static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Crash(Point point) {
            super("crashed " + point, null, false, false);
        }
    }

    private volatile Point point = Point.BEFORE_THE_CALL;
    private final AtomicInteger left = new AtomicInteger();

    void crash(Point where, int times) {
        point = where;
        left.set(times);
    }

    void at(Point here) {
        if (here == point && left.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            throw new Crash(here);
        }
    }

    CardGateway around(CardGateway gateway) {
        return new CardGateway() {
            @Override
            public Outcome confirm(CardCharge charge) {
                at(Point.BEFORE_THE_CALL);
                Outcome outcome = gateway.confirm(charge);
                at(Point.AFTER_THE_CALL);
                return outcome;
            }

            @Override
            public Outcome cancel(CardRefund refund) {
                at(Point.BEFORE_THE_CALL);
                Outcome outcome = gateway.cancel(refund);
                at(Point.AFTER_THE_CALL);
                return outcome;
            }

            @Override
            public Finding find(String paymentKey) {
                return gateway.find(paymentKey);
            }
        };
    }
}
