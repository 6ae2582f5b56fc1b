package io.firstcome.consumer;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Lets each event have its effect once, and never before an earlier one of its key.
 *
 * <p>It remembers which events are done, in the transaction of their effect, and which of them are held: they have failed, or have
 * come after one that failed, and wait in the retry topic or among the dead letters.
 */
@Component
class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Does the effect of the event, unless it is done already. All or nothing.
     *
     * @throws EarlierEventHeldException when an earlier event of the same key is held
     */
    @Transactional
    void once(Event event, Consumer<JsonNode> effect) {
        if (!isDone(event)) {
            requireNoEarlierHeld(event);
            effect.accept(event.data());
            // Two at once: the second one fails here, and is tried again.
            jdbc.sql("INSERT INTO inbox (event_id) VALUES (?)")
                    .param(event.id())
                    .update();
        }
        jdbc.sql("DELETE FROM held_event WHERE event_id = ?").param(event.id()).update();
    }

    /**
     * From now on later events of its key wait until this one is done. It must come again.
     *
     * @param dead whether it waits among the dead letters, else in the retry topic
     */
    void hold(Event event, boolean dead) {
        jdbc.sql("REPLACE INTO held_event (event_id, event_key, position, dead) VALUES (?, ?, ?, ?)")
                .params(event.id(), event.key(), event.position(), dead)
                .update();
    }

    /** It waits in the retry topic again. */
    void revive(Event event) {
        jdbc.sql("UPDATE held_event SET dead = FALSE WHERE event_id = ?")
                .param(event.id())
                .update();
    }

    private boolean isDone(Event event) {
        return jdbc.sql("SELECT COUNT(*) FROM inbox WHERE event_id = ?")
                        .param(event.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void requireNoEarlierHeld(Event event) {
        jdbc.sql("""
                        SELECT event_id, dead FROM held_event WHERE event_key = ? AND position < ?
                        ORDER BY dead DESC, position LIMIT 1
                        """)
                .params(event.key(), event.position())
                .query((row, number) -> new EarlierEventHeldException(row.getString(1), row.getBoolean(2)))
                .optional()
                .ifPresent(earlier -> {
                    throw earlier;
                });
    }
}
