package io.firstcome.command.payment.domain;

import io.firstcome.events.payment.RefundId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The refunds of one payment: what is under way and what was given back.
 *
 * <p>No field is final: a snapshot would be read without it.
 */
final class Refunds {

    /**
     * A refund that has neither ended nor failed.
     *
     * @param cardGivenBack whether the card part has come back
     */
    record OpenRefund(long points, long card, boolean cardGivenBack) {

        long amount() {
            return points + card;
        }

        boolean isCardAwaited() {
            return card > 0 && !cardGivenBack;
        }
    }

    /** Of all that ever began. */
    private Set<String> ids = new HashSet<>();

    private Map<String, OpenRefund> open = new HashMap<>();
    private long pointsGivenBack;
    private long cardGivenBack;

    void start(RefundId id, long points, long card) {
        ids.add(id.value());
        open.put(id.value(), new OpenRefund(points, card, false));
    }

    void cardGivenBack(RefundId id) {
        open.computeIfPresent(id.value(), (key, refund) -> new OpenRefund(refund.points(), refund.card(), true));
    }

    void complete(RefundId id) {
        OpenRefund done = open.remove(id.value());
        if (done != null) {
            pointsGivenBack += done.points();
            cardGivenBack += done.card();
        }
    }

    void fail(RefundId id) {
        open.remove(id.value());
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    boolean isKnown(RefundId id) {
        return ids.contains(id.value());
    }

    @Nullable
    OpenRefund open(RefundId id) {
        return open.get(id.value());
    }

    /** What was given back by now. */
    long givenBack() {
        return pointsGivenBack + cardGivenBack;
    }

    /** The points that were given back or are about to be. */
    long points() {
        return pointsGivenBack
                + open.values().stream().mapToLong(OpenRefund::points).sum();
    }

    /** The same by card. */
    long card() {
        return cardGivenBack
                + open.values().stream().mapToLong(OpenRefund::card).sum();
    }
}
