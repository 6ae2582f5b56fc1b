package io.firstcome.query.points;

import io.firstcome.events.wallet.WalletId;
import io.firstcome.query.consistency.ConsistentRead;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.consistency.Slice;
import io.firstcome.query.points.PointsProjection.Wallet;
import io.firstcome.query.points.PointsQuery.FindPoints;
import io.firstcome.query.querying.DescendingCursor;
import io.firstcome.query.querying.ReadModelBehindException;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the queries about users' points. */
@Component
class PointsQueries {

    private final JdbcTemplate jdbc;
    private final ConsistentRead snapshot;
    private final MinVersionReader wait;
    private final ViewTable<Wallet> wallets;
    private final ViewTable<PointsView.Entry> history;
    private final String selectHistory;

    PointsQueries(ViewFrame frame, ConsistentRead snapshot, MinVersionReader wait) {
        this.jdbc = frame.jdbc();
        this.snapshot = snapshot;
        this.wait = wait;
        this.wallets = frame.table(PointsProjection.WALLETS);
        this.history = frame.table(PointsProjection.HISTORY);
        // Points are given back from a payment; which order it was for, their spending says.
        this.selectHistory = """
            SELECT h.user_id, h.position, h.type, h.amount, h.balance, h.payment_id, h.at,
              COALESCE(h.order_id, (SELECT MAX(s.order_id) FROM %1$s s
                WHERE s.user_id = h.user_id AND s.payment_id = h.payment_id)) AS order_id
            FROM %1$s h WHERE h.user_id = ? AND h.position < ? ORDER BY h.position DESC LIMIT ?\
            """.formatted(history.name());
    }

    @QueryHandler
    PointsView handle(FindPoints query) {
        Long minVersion = query.minVersion();
        Optional<PointsView> found = wait.find(
                PointsProjection.GROUP,
                WalletId.TYPE + ":" + query.userId(),
                minVersion,
                () -> snapshot.of(() -> find(query)),
                PointsView::version);
        if (found.isEmpty() && minVersion != null) {
            throw new ReadModelBehindException(minVersion);
        }
        return found.orElseGet(() -> PointsView.none(query.userId()));
    }

    private Optional<PointsView> find(FindPoints query) {
        return wallets.find(jdbc, query.userId()).map(wallet -> {
            Slice<PointsView.Entry> part = Slice.of(
                    jdbc.query(selectHistory, history.mapper(), query.userId(), query.before(), query.limit() + 1),
                    query.limit());
            return new PointsView(
                    wallet.userId,
                    wallet.balance,
                    wallet.version,
                    part.items(),
                    DescendingCursor.next(part.items(), part.more(), PointsView.Entry::position));
        });
    }
}
