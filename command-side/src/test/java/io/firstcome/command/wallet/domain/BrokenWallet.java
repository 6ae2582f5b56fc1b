package io.firstcome.command.wallet.domain;

import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import java.util.function.Supplier;

/** Wallets with one fault each. The properties must notice. */
enum BrokenWallet {
    SPENDS_ONE_TOO_MANY(true, () -> new NaiveWallet() {
        @Override
        boolean isTooMuch(long amount) {
            return amount > balance + 1_000;
        }
    }),
    KEEPS_THE_LAST_POINTS(true, () -> new NaiveWallet() {
        @Override
        boolean isTooMuch(long amount) {
            return amount >= balance;
        }
    }),
    SPENDS_TWICE_FOR_ONE_PAYMENT(true, () -> new NaiveWallet() {
        @Override
        boolean isDecided(String payment) {
            return false;
        }
    }),
    TRIES_REFUSED_PAYMENTS_AGAIN(true, () -> new NaiveWallet() {
        @Override
        boolean isDecided(String payment) {
            return spentBy.containsKey(payment);
        }
    }),
    MAKES_A_REFUND_TWICE(true, () -> new NaiveWallet() {
        @Override
        boolean isRefunded(String payment, String refund) {
            return false;
        }
    }),
    GIVES_BACK_MORE_THAN_WAS_SPENT(true, () -> new NaiveWallet() {
        @Override
        boolean isMoreThanSpent(String payment, long amount) {
            return !spentBy.containsKey(payment);
        }
    }),
    CHARGES_ABOVE_THE_MONTHS_LIMIT(true, () -> new NaiveWallet() {
        @Override
        long limit() {
            return 11_000_000;
        }
    }),
    BEGINS_A_MONTH_ANEW_BY_TURNS(true, () -> new NaiveWallet() {
        @Override
        String monthOf(ChargePoints charge) {
            String month = charge.at().toString().substring(0, 7);
            if (!month.equals(lastMonth)) {
                chargedIn.clear();
            }
            return month;
        }
    });

    /** Whether the fault breaks an invariant; any fault shows beside the naive model. */
    final boolean breaksInvariant;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Supplier<Wallets> make;

    BrokenWallet(boolean breaksInvariant, Supplier<Wallets> make) {
        this.breaksInvariant = breaksInvariant;
        this.make = make;
    }

    Wallets make() {
        return make.get();
    }
}
