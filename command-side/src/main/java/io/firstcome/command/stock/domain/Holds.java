package io.firstcome.command.stock.domain;

import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeyToIntTable;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All holds that were ever decided: the open ones with what they hold, the ended ones as a key of 128 bits and how they
 * ended. So nothing that is said again is decided again.
 */
final class Holds {

    private static final int NEVER_DECIDED = 0;
    private static final int WITHOUT_A_SALE = 1;
    private static final int SOLD = 2;
    private static final int RETURNED = 3;

    private Map<String, Hold> open = new LinkedHashMap<>();
    private KeyToIntTable ended = new KeyToIntTable();

    /** What an open hold holds, for whom. */
    record Hold(OrderId orderId, UserId userId, List<HeldLine> lines) {}

    boolean isDecided(HoldId id) {
        return open.containsKey(id.value()) || ended.get(Key.of(id.value())) != NEVER_DECIDED;
    }

    /** The hold, as long as it is neither sold nor released. */
    @Nullable
    Hold open(HoldId id) {
        return open.get(id.value());
    }

    boolean isSold(HoldId id) {
        return ended.get(Key.of(id.value())) == SOLD;
    }

    void begin(HoldId id, Hold hold) {
        open.put(id.value(), hold);
    }

    /** It was refused, or is released. */
    void endWithoutSale(HoldId id) {
        end(id, WITHOUT_A_SALE);
    }

    void sell(HoldId id) {
        end(id, SOLD);
    }

    void takeBack(HoldId id) {
        end(id, RETURNED);
    }

    private void end(HoldId id, int how) {
        open.remove(id.value());
        ended.set(Key.of(id.value()), how);
    }
}
