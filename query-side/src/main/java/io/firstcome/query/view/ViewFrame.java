package io.firstcome.query.view;

import io.firstcome.axon.processors.ViewDeadLetterQueues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What all views stand on: the database, the dead letters, and the generation of tables that they write and read. */
@Component
public class ViewFrame {

    private final JdbcTemplate jdbc;
    private final ViewDeadLetterQueues queues;
    private final String suffix;

    @Autowired
    ViewFrame(JdbcTemplate jdbc, ViewDeadLetterQueues queues) {
        this(jdbc, queues, "");
    }

    /** @param suffix ends the name of each table, so that two generations of a view exist side by side; empty: none */
    ViewFrame(JdbcTemplate jdbc, ViewDeadLetterQueues queues, String suffix) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.suffix = suffix;
    }

    /** The database of the views. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** A table of this generation. */
    public <R> ViewTable<R> table(ViewTable<R> table) {
        return table.suffixed(suffix);
    }

    ViewDeadLetterQueues queues() {
        return queues;
    }
}
