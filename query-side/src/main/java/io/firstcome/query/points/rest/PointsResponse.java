package io.firstcome.query.points.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.points.api.PointsEntry;
import io.firstcome.query.points.api.PointsEntryType;
import io.firstcome.query.points.api.PointsView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's points.
 *
 * @param version the wallet's version that this shows; -1: the user never had points
 * @param history newest first
 * @param nextCursor what to send as {@code ?cursor=} for older entries, or null at the end
 */
@Schema(example = """
                {"userId": "1", "balance": 971000, "version": 1,
                 "history": [{"type": "SPENT", "amount": 29000, "balance": 971000, "orderId": "4b3f",
                              "paymentId": "9c1d", "at": "2026-11-20T09:01:00Z"},
                             {"type": "CHARGED", "amount": 1000000, "balance": 1000000,
                              "at": "2026-11-20T08:00:00Z"}],
                 "nextCursor": null}""")
record PointsResponse(
        String userId,
        long balance,
        long version,
        List<PointsEntryView> history,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {

    /**
     * One change.
     *
     * @param amount 1 or more, whatever the type
     * @param balance what was there then
     * @param orderId the order that was paid
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PointsEntryView(
            PointsEntryType type,
            long amount,
            long balance,
            @Nullable String orderId,
            @Nullable String paymentId,
            Instant at) {

        static PointsEntryView of(PointsEntry entry) {
            return new PointsEntryView(
                    entry.type(), entry.amount(), entry.balance(), entry.orderId(), entry.paymentId(), entry.at());
        }
    }

    static PointsResponse of(PointsView view, @Nullable String nextCursor) {
        return new PointsResponse(
                view.userId(),
                view.balance(),
                view.version(),
                view.history().stream().map(PointsEntryView::of).toList(),
                nextCursor);
    }
}
