package io.firstcome.command.compact;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All reservations that were ever decided, by their ids: the open ones with what they hold, the ended ones as a key of 128 bits and
 * how they ended. So nothing that is said again is decided again.
 *
 * @param <H> what an open one holds, for whom
 */
public final class Holds<H> {

    private static final int NEVER_DECIDED = 0;
    private static final int WITHOUT_A_SALE = 1;
    private static final int SOLD = 2;
    private static final int RETURNED = 3;

    private Map<String, H> open = new LinkedHashMap<>();
    private KeyToIntTable ended = new KeyToIntTable();

    /** None is decided yet. */
    public Holds() {}

    /** Whether it was ever held or refused. */
    public boolean isDecided(String id) {
        return open.containsKey(id) || ended.get(Key.of(id)) != NEVER_DECIDED;
    }

    /** The hold, as long as it is neither sold nor released. */
    public @Nullable H open(String id) {
        return open.get(id);
    }

    /** What each hold that is neither sold nor released holds. */
    public Collection<H> allOpen() {
        return Collections.unmodifiableCollection(open.values());
    }

    /** Whether it was sold and did not come back. */
    public boolean isSold(String id) {
        return ended.get(Key.of(id)) == SOLD;
    }

    /** It holds something from now on. */
    public void begin(String id, H hold) {
        open.put(id, hold);
    }

    /** It was refused, or is released. */
    public void endWithoutSale(String id) {
        end(id, WITHOUT_A_SALE);
    }

    /** What it held is sold. */
    public void sell(String id) {
        end(id, SOLD);
    }

    /** What was sold came back. */
    public void takeBack(String id) {
        end(id, RETURNED);
    }

    private void end(String id, int how) {
        open.remove(id);
        ended.set(Key.of(id), how);
    }
}
