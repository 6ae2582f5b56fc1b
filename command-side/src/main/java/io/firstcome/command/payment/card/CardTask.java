package io.firstcome.command.payment.card;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import java.util.Map;

/** A request as it is kept: the data of its task. */
sealed interface CardTask {

    Progress progress();

    CardTask with(Progress progress);

    /** The metadata of the event that it follows from, carried on to the command that it ends with. */
    Map<String, String> origin();

    /** Take the money. */
    record Charge(CardCharge charge, Map<String, String> origin, Progress progress) implements CardTask {

        @Override
        public Charge with(Progress next) {
            return new Charge(charge, origin, next);
        }
    }

    /** Give money back. */
    record Refund(CardRefund refund, Map<String, String> origin, Progress progress) implements CardTask {

        @Override
        public Refund with(Progress next) {
            return new Refund(refund, origin, next);
        }
    }
}
