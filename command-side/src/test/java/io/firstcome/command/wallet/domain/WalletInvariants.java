package io.firstcome.command.wallet.domain;

import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.wallet.WalletEvent;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of any history of one wallet. It looks at its events only. */
final class WalletInvariants {

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Long> chargedIn = new HashMap<>();
    private final Map<PaymentId, Long> spentBy = new HashMap<>();
    private final Set<PaymentId> decided = new HashSet<>();
    private final Set<String> refunds = new HashSet<>();
    private long charged;
    private long spent;
    private long refunded;

    private WalletInvariants() {}

    /** What does not hold; empty when all is well. */
    static List<String> violations(List<Decision> decisions) {
        WalletInvariants invariants = new WalletInvariants();
        for (Decision decision : decisions) {
            invariants.require(decision.rejection() == null || decision.events().isEmpty(), "a refusal emits nothing");
            invariants.require(decision.events().size() <= 1, "a command emits one event at most");
            decision.events().forEach(event -> invariants.check((WalletEvent) event));
        }
        return invariants.violations;
    }

    private void check(WalletEvent event) {
        switch (event) {
            case PointsCharged charge -> {
                charged += charge.amount();
                long inMonth = chargedIn.merge(charge.month(), charge.amount(), Long::sum);
                require(inMonth <= 10_000_000, "no month has more than its limit");
                require(inMonth == charge.chargedInMonth(), "the month's total is told");
                checkBalance(charge.balance());
            }
            case PointsSpent spending -> {
                spent += spending.amount();
                spentBy.merge(spending.paymentId(), spending.amount(), Long::sum);
                require(decided.add(spending.paymentId()), "a payment is decided once");
                checkBalance(spending.balance());
            }
            case PointsSpendRefused refusal -> {
                require(decided.add(refusal.paymentId()), "a payment is decided once");
                require(refusal.balance() < refusal.amount(), "it is refused when there are too few");
                checkBalance(refusal.balance());
            }
            case PointsRefunded refund -> {
                refunded += refund.amount();
                long kept = spentBy.merge(refund.paymentId(), -refund.amount(), Long::sum);
                require(kept >= 0, "never more is given back than was spent");
                require(refunds.add(refund.paymentId() + " " + refund.refundId()), "a refund is made once");
                checkBalance(refund.balance());
            }
        }
    }

    private void checkBalance(long balance) {
        require(balance == charged - spent + refunded, "the balance is what was charged, less spent, plus given back");
        require(balance >= 0, "the balance is never negative");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            violations.add(what);
        }
    }
}
