package io.firstcome.command.wallet.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.firstcome.command.wallet.api.WalletCommand.RefundPoints;
import io.firstcome.command.wallet.api.WalletCommand.SpendPoints;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.WalletErrorCode;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A user's points. A user who has none yet has an empty wallet.
 *
 * <p>Always: the balance is what was charged, less what was spent, plus what was given back, and never negative; no payment spends
 * twice or gets back more than it spent; no month has more charged than {@link ChargePoints#MAX_PER_MONTH}.
 */
@Revision("1")
@AggregateRoot(type = WalletId.TYPE)
public final class Wallet {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable WalletId walletId;

    private long balance;
    private String month = "";
    private long chargedInMonth;
    private PaymentLedger spendings = new PaymentLedger();

    /** For Axon, which then replays the events. */
    Wallet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PointsCharged handle(ChargePoints command) {
        String counted = countedMonth(command.at());
        long before = counted.equals(month) ? chargedInMonth : 0;
        if (command.amount() > ChargePoints.MAX_PER_MONTH - before) {
            throw new RejectedException(WalletErrorCode.CHARGE_LIMIT);
        }
        PointsCharged charge = new PointsCharged(
                command.walletId(),
                command.userId(),
                command.amount(),
                Math.addExact(balance, command.amount()),
                counted,
                before + command.amount(),
                command.at());
        apply(charge);
        return charge;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SpendPoints command) {
        if (spendings.isDecided(command.paymentId())) {
            return;
        }
        if (balance >= command.amount()) {
            apply(new PointsSpent(
                    command.walletId(),
                    command.userId(),
                    command.paymentId(),
                    command.orderId(),
                    command.amount(),
                    balance - command.amount(),
                    command.at()));
        } else {
            apply(new PointsSpendRefused(
                    command.walletId(),
                    command.userId(),
                    command.paymentId(),
                    command.orderId(),
                    command.amount(),
                    balance,
                    command.at()));
        }
    }

    @CommandHandler
    void handle(RefundPoints command) {
        if (spendings.isRefunded(command.paymentId(), command.refundId())
                || !spendings.hasSpent(command.paymentId(), command.amount())) {
            return;
        }
        apply(new PointsRefunded(
                command.walletId(),
                command.userId(),
                command.paymentId(),
                command.refundId(),
                command.amount(),
                Math.addExact(balance, command.amount()),
                command.at()));
    }

    @EventSourcingHandler
    void on(PointsCharged event) {
        walletId = event.walletId();
        balance = event.balance();
        month = event.month();
        chargedInMonth = event.chargedInMonth();
    }

    @EventSourcingHandler
    void on(PointsSpent event) {
        balance = event.balance();
        spendings.spend(event.paymentId(), event.amount());
    }

    @EventSourcingHandler
    void on(PointsSpendRefused event) {
        walletId = event.walletId();
        spendings.refuse(event.paymentId());
    }

    @EventSourcingHandler
    void on(PointsRefunded event) {
        balance = event.balance();
        spendings.refund(event.paymentId(), event.refundId(), event.amount());
    }

    /**
     * The calendar month in UTC that a charge counts for, as 2026-11: that of its instant, or a later one that was begun already. Two
     * servers whose clocks differ must not begin a month anew by turns.
     */
    private String countedMonth(Instant at) {
        String asked = YearMonth.from(at.atOffset(ZoneOffset.UTC)).toString();
        return asked.compareTo(month) > 0 ? asked : month;
    }
}
