package io.firstcome.query.points.readmodel;

import io.firstcome.events.wallet.WalletId;
import io.firstcome.query.asking.ReadModelBehindException;
import io.firstcome.query.points.api.FindPoints;
import io.firstcome.query.points.api.PointsEntry;
import io.firstcome.query.points.api.PointsView;
import io.firstcome.query.reading.Part;
import io.firstcome.query.reading.Snapshot;
import io.firstcome.query.reading.VersionWait;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers the queries about users' points. */
@Component
class PointsQueries {

    /** The processor that writes the tables. */
    private static final String PROCESSOR = "points";

    private final PointsRows rows;
    private final Snapshot snapshot;
    private final VersionWait wait;

    PointsQueries(PointsRows rows, Snapshot snapshot, VersionWait wait) {
        this.rows = rows;
        this.snapshot = snapshot;
        this.wait = wait;
    }

    @QueryHandler
    PointsView handle(FindPoints query) {
        Optional<PointsView> found = wait.find(
                PROCESSOR,
                WalletId.TYPE + ":" + query.userId(),
                query.minVersion(),
                () -> find(query),
                PointsView::version);
        Long minVersion = query.minVersion();
        if (found.isEmpty() && minVersion != null) {
            throw new ReadModelBehindException(minVersion);
        }
        return found.orElseGet(() -> new PointsView(query.userId(), 0, PointsView.NO_WALLET, List.of(), false));
    }

    private Optional<PointsView> find(FindPoints query) {
        return snapshot.of(() -> rows.find(query.userId()).map(row -> view(row, query)));
    }

    private PointsView view(WalletRow row, FindPoints query) {
        Part<PointsEntry> history =
                Part.of(rows.history(query.userId(), query.before(), query.limit() + 1), query.limit());
        return new PointsView(row.userId, row.balance, row.version, history.items(), history.more());
    }
}
