package io.firstcome.axon.processors;

import org.springframework.jdbc.core.JdbcTemplate;

/** What all tables of views have in common. */
public final class ViewTables {

    private static final int ROWS_AT_A_TIME = 20_000;

    private ViewTables() {}

    /**
     * Empties a table in the current transaction, in statements that are each short enough for the time limit.
     *
     * <p>Not by TRUNCATE, which would commit on its own: the table must be empty exactly when the token is set back.
     */
    public static void clear(JdbcTemplate jdbc, String table) {
        int deleted;
        do {
            deleted = jdbc.update("DELETE FROM " + table + " LIMIT " + ROWS_AT_A_TIME);
        } while (deleted == ROWS_AT_A_TIME);
    }
}
