package io.firstcome.command.wallet.domain;

import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.wallet.api.WalletCommand;
import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.firstcome.command.wallet.api.WalletCommand.RefundPoints;
import io.firstcome.command.wallet.api.WalletCommand.SpendPoints;
import io.firstcome.contract.WalletErrorCode;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The wallet as product.md tells it, in the plainest way. The aggregate must decide the same. */
class NaiveWallet implements Wallets {

    boolean exists;
    long balance;
    String lastMonth = "";
    final Map<String, Long> chargedIn = new HashMap<>();
    final Map<String, Long> spentBy = new HashMap<>();
    final Set<String> refused = new HashSet<>();
    final Set<String> refunds = new HashSet<>();

    @Override
    public Decision send(WalletCommand command) {
        return switch (command) {
            case ChargePoints charge -> charge(charge);
            case SpendPoints spend -> spend(spend);
            case RefundPoints refund -> refund(refund);
        };
    }

    private Decision charge(ChargePoints charge) {
        String month = monthOf(charge);
        long inMonth = chargedIn.getOrDefault(month, 0L) + charge.amount();
        if (inMonth > limit()) {
            return new Decision(WalletErrorCode.CHARGE_LIMIT, List.of());
        }
        exists = true;
        lastMonth = month;
        chargedIn.put(month, inMonth);
        balance += charge.amount();
        return accepted(new PointsCharged(
                charge.walletId(), charge.userId(), charge.amount(), balance, month, inMonth, charge.at()));
    }

    private Decision spend(SpendPoints spend) {
        String payment = spend.paymentId().value();
        if (isDecided(payment)) {
            return nothing();
        }
        exists = true;
        if (isTooMuch(spend.amount())) {
            refused.add(payment);
            return accepted(new PointsSpendRefused(
                    spend.walletId(),
                    spend.userId(),
                    spend.paymentId(),
                    spend.orderId(),
                    spend.amount(),
                    balance,
                    spend.at()));
        }
        balance -= spend.amount();
        spentBy.put(payment, spend.amount());
        return accepted(new PointsSpent(
                spend.walletId(),
                spend.userId(),
                spend.paymentId(),
                spend.orderId(),
                spend.amount(),
                balance,
                spend.at()));
    }

    private Decision refund(RefundPoints refund) {
        if (!exists) {
            return new Decision(WalletErrorCode.WALLET_NOT_FOUND, List.of());
        }
        String payment = refund.paymentId().value();
        if (isRefunded(payment, refund.refundId().value()) || isMoreThanSpent(payment, refund.amount())) {
            return nothing();
        }
        balance += refund.amount();
        spentBy.merge(payment, -refund.amount(), Long::sum);
        refunds.add(payment + " " + refund.refundId().value());
        return accepted(new PointsRefunded(
                refund.walletId(),
                refund.userId(),
                refund.paymentId(),
                refund.refundId(),
                refund.amount(),
                balance,
                refund.at()));
    }

    String monthOf(ChargePoints charge) {
        String month = charge.at().toString().substring(0, 7);
        return month.compareTo(lastMonth) < 0 ? lastMonth : month;
    }

    long limit() {
        return 10_000_000;
    }

    boolean isDecided(String payment) {
        return spentBy.containsKey(payment) || refused.contains(payment);
    }

    boolean isTooMuch(long amount) {
        return amount > balance;
    }

    boolean isRefunded(String payment, String refund) {
        return refunds.contains(payment + " " + refund);
    }

    boolean isMoreThanSpent(String payment, long amount) {
        return spentBy.getOrDefault(payment, 0L) < amount;
    }

    private static Decision accepted(Object event) {
        return new Decision(null, List.of(event));
    }

    private static Decision nothing() {
        return new Decision(null, List.of());
    }
}
