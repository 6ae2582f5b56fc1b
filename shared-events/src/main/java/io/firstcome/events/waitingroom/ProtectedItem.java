package io.firstcome.events.waitingroom;

import io.firstcome.events.Ids;

/** One thing that a room stands in front of: who has no admission gets nothing of it. */
public record ProtectedItem(Type type, String id) {

    /** What can be stood in front of. */
    public enum Type {
        COUPON,
        PRODUCT,
        CONCERT_DATE
    }

    public ProtectedItem {
        Ids.requireValid(id, "id");
    }
}
