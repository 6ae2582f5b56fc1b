package io.firstcome.query.points;

import static io.firstcome.query.points.PointsView.Type.CHARGED;
import static io.firstcome.query.points.PointsView.Type.REFUNDED;
import static io.firstcome.query.points.PointsView.Type.SPENT;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.wallet.WalletEvent;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewRow;
import io.firstcome.query.view.ViewTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps tables {@code wallet_view} and {@code wallet_history_view}. */
@Component
@ProcessingGroup(PointsProjection.GROUP)
class PointsProjection extends FoldingProjection<String, WalletEvent, PointsProjection.Wallet> {

    static final String GROUP = "points";
    static final ViewTable<Wallet> WALLETS = ViewTable.of("wallet_view", Wallet.class);
    static final ViewTable<PointsView.Entry> HISTORY =
            ViewTable.of("wallet_history_view", PointsView.Entry.class).insertOnly();

    PointsProjection(ViewFrame frame) {
        super(frame, ViewEvents.of(WalletId.TYPE), WALLETS, HISTORY);
    }

    @EventHandler
    void on(WalletEvent event, DomainEventMessage<?> message) {
        add(event.walletId().value(), event, message);
    }

    /** Any event may be the first of a wallet. */
    @Override
    protected Wallet after(@Nullable Wallet wallet, WalletEvent event, EventPosition at) {
        Wallet next = wallet == null ? new Wallet(event.walletId().value()) : wallet;
        next.add(event, at);
        return next;
    }

    /** A row of {@code wallet_view}. */
    static final class Wallet extends ViewRow<String> {

        String userId;
        long balance;
        long version;

        Wallet(String userId) {
            this.userId = userId;
        }

        /** For its table, which sets the fields. */
        Wallet() {
            this("");
        }

        @Override
        protected String key() {
            return userId;
        }

        private void add(WalletEvent event, EventPosition at) {
            version = at.version();
            long position = at.position();
            switch (event) {
                case PointsCharged e -> {
                    balance = e.balance();
                    add(new PointsView.Entry(
                            userId, position, CHARGED, e.amount(), balance, null, null, e.chargedAt()));
                }
                case PointsSpent e -> {
                    balance = e.balance();
                    String order = e.orderId().value();
                    String payment = e.paymentId().value();
                    add(new PointsView.Entry(
                            userId, position, SPENT, e.amount(), balance, order, payment, e.spentAt()));
                }
                case PointsRefunded e -> {
                    balance = e.balance();
                    String payment = e.paymentId().value();
                    add(new PointsView.Entry(
                            userId, position, REFUNDED, e.amount(), balance, null, payment, e.refundedAt()));
                }
                case PointsSpendRefused e -> balance = e.balance();
            }
        }
    }
}
