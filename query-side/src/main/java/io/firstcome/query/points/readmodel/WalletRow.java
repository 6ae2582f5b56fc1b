package io.firstcome.query.points.readmodel;

import io.firstcome.query.points.readmodel.PointsChange.Moved;
import io.firstcome.query.writing.Positioned;
import java.util.ArrayList;
import java.util.List;

/** A row of {@code wallet_view}. */
final class WalletRow implements Positioned {

    final String userId;
    long balance;
    long version;
    long position;

    /** What the changes of this batch add to {@code wallet_history_view}. */
    final List<Moved> moves = new ArrayList<>();

    WalletRow(String userId) {
        this.userId = userId;
    }

    void add(PointsChange change) {
        balance = change.balance();
        version = change.origin().version();
        position = change.origin().position();
        if (change instanceof Moved moved) {
            moves.add(moved);
        }
    }

    @Override
    public long position() {
        return position;
    }
}
