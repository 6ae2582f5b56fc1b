package io.firstcome.query.points;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's points, and a part of their history, true as of {@code version}. Ids are bare.
 *
 * @param balance 0 or more
 * @param version the sequence number of the wallet's last event that it contains; -1: the user never had points
 * @param history newest first
 * @param nextCursor what to send as {@code ?cursor=} for older entries, or null at the end
 */
@Schema(name = "PointsResponse", example = """
    {"userId": "1", "balance": 971000, "version": 1,
     "history": [{"type": "SPENT", "amount": 29000, "balance": 971000, "orderId": "4b3f",
                  "paymentId": "9c1d", "at": "2026-11-20T09:01:00Z"},
                 {"type": "CHARGED", "amount": 1000000, "balance": 1000000,
                  "at": "2026-11-20T08:00:00Z"}],
     "nextCursor": null}\
    """)
public record PointsView(
        String userId,
        long balance,
        long version,
        List<Entry> history,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {

    public PointsView {
        history = List.copyOf(history);
    }

    static PointsView none(String userId) {
        return new PointsView(userId, 0, -1, List.of(), null);
    }

    /** What happened to a user's points. */
    public enum Type {
        /** Bought. */
        CHARGED,
        /** They paid an order, or a part of it. */
        SPENT,
        /** Given back. */
        REFUNDED
    }

    /**
     * One change, a row of {@code wallet_history_view}.
     *
     * @param position the place of the change in commit order; greater is newer
     * @param amount 1 or more, whatever the type
     * @param balance what the wallet held then
     * @param orderId the order that was paid; null: none, or it is not known
     * @param paymentId the payment that they were spent on or given back from; null: none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PointsEntryView")
    public record Entry(
            @JsonIgnore String userId,
            @JsonIgnore long position,
            Type type,
            long amount,
            long balance,
            @Nullable String orderId,
            @Nullable String paymentId,
            Instant at) {}
}
