package io.firstcome.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.axon.processors.TransientFailures;
import io.firstcome.axon.processors.ViewDeadLetterQueues;
import io.firstcome.query.QuerySide;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Tables whose columns are the fields of their rows, and a view that folds numbers into them. */
class ViewTableIT {

    enum Colour {
        RED,
        GREEN
    }

    record Step(String name, long position, int number) {}

    record Size(@Nullable Integer width, List<String> labels) {}

    record All(
            String id,
            int part,
            @Nullable Colour colour,
            boolean done,
            Size size,
            @Nullable Long amount,
            @Nullable Instant at) {

        private All(String id, int part, Colour colour, boolean done, @Nullable Long amount, @Nullable Instant at) {
            this(id, part, colour, done, new Size(part, List.of("a", "\"ü€😀")), amount, at);
        }
    }

    static final class Sum extends ViewRow<String> {

        String name = "";
        long total;

        @Override
        protected String key() {
            return name;
        }

        @Override
        protected boolean isDone() {
            return total < 0;
        }

        private Sum with(String of, int number, EventPosition at) {
            name = of;
            total += number;
            add(new Step(of, at.position(), number));
            return this;
        }
    }

    /** Notes the statements. */
    private static final class Recorder extends JdbcTemplate {

        private final List<String> statements = new ArrayList<>();

        private Recorder(JdbcTemplate other) {
            super(Objects.requireNonNull(other.getDataSource()));
        }

        @Override
        public <T extends @Nullable Object> List<T> query(
                String sql, RowMapper<T> rows, @Nullable Object @Nullable ... values) {
            statements.add(sql);
            return super.query(sql, rows, values);
        }

        @Override
        public int update(String sql, @Nullable Object @Nullable ... values) {
            statements.add(sql);
            return super.update(sql, values);
        }

        private List<String> writesOf(String table) {
            return statements.stream()
                    .filter(sql -> sql.startsWith("INSERT INTO " + table + " "))
                    .toList();
        }
    }

    /** Adds up numbers; 0 is the first of a name. */
    @ProcessingGroup("sums")
    static final class Sums extends FoldingProjection<String, Integer, Sum> {

        private static final ViewTable<Sum> SUMS = ViewTable.of("sum_view", Sum.class);
        private static final ViewTable<Step> STEPS =
                ViewTable.of("step_view", Step.class).keyedBy(2).insertOnly();

        Sums(ViewFrame frame) {
            super(frame, ViewEvents.of("sum"), SUMS, STEPS);
        }

        @Override
        protected Sum after(@Nullable Sum row, Integer event, EventPosition at) {
            String name = at.message().getPayload().toString();
            return event == 0
                    ? new Sum().with(name, 0, at)
                    : existing(row, event).with(name, event, at);
        }

        void write(ViewChange<String, Integer> change) {
            write(List.of(change));
        }
    }

    private static QuerySide querySide;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
        jdbc = querySide.jdbc();
        for (String suffix : List.of("", "_2")) {
            jdbc.execute(
                    "CREATE TABLE sum_view" + suffix + " (name VARCHAR(9) PRIMARY KEY, total BIGINT, position BIGINT)");
            jdbc.execute("CREATE TABLE step_view" + suffix + " (name VARCHAR(9), position BIGINT, number INTEGER,"
                    + " PRIMARY KEY (name, position), CHECK (number < 100))");
        }
        jdbc.execute(
                "CREATE TABLE all_view (id VARCHAR(9), part INTEGER, colour VARCHAR(9), done TINYINT(1), width INTEGER,"
                        + " labels TEXT, amount BIGINT, at BIGINT, PRIMARY KEY (id, part))");
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static ViewChange<String, Integer> change(String name, int number, long position) {
        return new ViewChange<>(
                name, number, new EventPosition(GenericEventMessage.asEventMessage(name), position, position));
    }

    private static Sums sums(String suffix) {
        return sums(jdbc, suffix);
    }

    private static Sums sums(JdbcTemplate jdbc, String suffix) {
        return new Sums(new ViewFrame(jdbc, querySide.bean(ViewDeadLetterQueues.class), suffix));
    }

    private static List<String> rows(String table) {
        return querySide
                .jdbc()
                .query(
                        "SELECT * FROM " + table + " ORDER BY 1, 2",
                        (row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
    }

    @Test
    void givenEventsThatComeTwice_whenTheyAreWritten_thenTheyCountOnceInTheirOwnGenerationOfTables() {
        Sums second = sums("_2");
        List<ViewChange<String, Integer>> changes =
                List.of(change("a", 0, 1), change("b", 0, 2), change("a", 3, 3), change("a", 4, 4), change("b", 5, 5));
        second.write(changes);
        second.write(changes);
        second.write(change("a", 1, 6));

        assertThat(rows("sum_view_2")).containsExactly("a 8 6", "b 5 5");
        assertThat(rows("step_view_2")).containsExactly("a 1 0", "a 3 3", "a 4 4", "a 6 1", "b 2 0", "b 5 5");
        assertThat(rows("sum_view")).noneMatch(row -> row.startsWith("a") || row.startsWith("b"));

        second.reset();
        assertThat(rows("sum_view_2")).isEmpty();
        assertThat(rows("step_view_2")).isEmpty();
    }

    @Test
    void givenManyChanges_whenWritten_thenEachRowIsReadAndWrittenOnce() {
        Recorder recorder = new Recorder(jdbc);
        Sums sums = sums(recorder, "_2");
        sums.write(
                List.of(change("m", 0, 1), change("n", 0, 2), change("m", 3, 3), change("m", 4, 4), change("n", 5, 5)));

        assertThat(rows("sum_view_2")).contains("m 7 4", "n 5 5");
        assertThat(recorder.statements)
                .hasSize(3)
                .contains(
                        "SELECT name, total, position FROM sum_view_2 WHERE name IN (?, ?) FOR UPDATE",
                        "INSERT INTO sum_view_2 (name, total, position) VALUES (?, ?, ?), (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE total = VALUES(total), position = VALUES(position)");
        assertThat(recorder.writesOf("step_view_2"))
                .singleElement()
                .satisfies(sql -> assertThat(sql).endsWith("(?, ?, ?) ON DUPLICATE KEY UPDATE name = name"));
        sums.reset();
    }

    @Test
    void givenChangesThatComeAgain_whenWritten_thenOnlyTheNewOnesCount() {
        Recorder recorder = new Recorder(jdbc);
        Sums sums = sums(recorder, "_2");
        List<ViewChange<String, Integer>> first = List.of(change("again", 0, 1), change("again", 3, 2));
        sums.write(first);
        sums.write(first);
        sums.write(List.of(change("again", 0, 1), change("again", 3, 2), change("again", 4, 3)));
        sums.write(change("again", 4, 3));

        assertThat(rows("sum_view_2")).contains("again 7 3");
        assertThat(recorder.writesOf("sum_view_2")).hasSize(2);
        sums.reset();
    }

    @Test
    void givenARowThatIsDone_whenWritten_thenItIsDeletedAndTheNextEventFindsNone() {
        Sums sums = sums("");
        sums.write(change("done", 0, 1));
        assertThat(rows("sum_view")).contains("done 0 1");

        sums.write(change("done", -1, 2));
        assertThat(rows("sum_view")).noneMatch(row -> row.startsWith("done"));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> sums.write(List.of(change("done", 0, 3), change("done", -1, 4), change("done", 5, 5))));

        Recorder recorder = new Recorder(jdbc);
        sums(recorder, "").write(List.of(change("done", 0, 6), change("done", -1, 7)));
        assertThat(rows("sum_view")).noneMatch(row -> row.startsWith("done"));
        assertThat(recorder.statements).noneMatch(sql -> sql.startsWith("DELETE") || sql.contains("INTO sum_view"));
    }

    @Test
    void givenAThingThatWasNeverCreated_whenItChanges_thenItIsNotMadeUp() {
        Sums sums = sums("");

        assertThatIllegalStateException()
                .isThrownBy(() -> sums.write(change("new", 3, 1)))
                .withMessageContaining("never created");
        assertThat(rows("sum_view")).noneMatch(row -> row.startsWith("new"));
    }

    /** Each change is then written alone: one that seemed to be there would be left out. */
    @Test
    void givenARowBesideThatIsRefused_whenWritten_thenThePositionIsNotThere() {
        Sums sums = sums("");
        sums.write(change("bad", 0, 10));

        assertThatThrownBy(() -> sums.write(change("bad", 100, 11)))
                .matches(fault -> !TransientFailures.isTransient(fault), "is a fault of the data");
        assertThat(rows("sum_view")).contains("bad 0 10");
    }

    @Test
    void givenRowsOfAllTypes_whenWrittenAgain_thenTheyAreReadAsTheTableSays() {
        ViewTable<All> table =
                ViewTable.of("all_view", All.class).keyedBy(2).fixed("colour").adding("amount");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        All first = new All("x", 1, Colour.GREEN, false, 5L, now);
        All empty = new All("x", 2, null, true, new Size(null, List.of()), null, null);
        table.write(jdbc, List.of(first, empty));
        assertThat(table.find(jdbc, "x", 1)).contains(first);
        assertThat(table.lock(jdbc, List.of(new Object[] {"x", 1}, new Object[] {"x", 2})))
                .containsExactlyInAnyOrder(first, empty);

        table.write(jdbc, List.of(new All("x", 1, Colour.RED, true, 7L, null)));
        assertThat(table.selectIn(jdbc, "part", List.of(1), "ORDER BY id"))
                .containsExactly(new All("x", 1, Colour.GREEN, true, 12L, null));
        assertThat(table.selectIn(jdbc, "part", List.of(), "ORDER BY id")).isEmpty();

        table.insertOnly().write(jdbc, List.of(new All("x", 2, Colour.RED, false, 1L, now)));
        assertThat(table.find(jdbc, "x", 2)).contains(empty);

        jdbc.update("UPDATE all_view SET colour = 'BLUE' WHERE part = 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.find(jdbc, "x", 2))
                .withMessageContaining("BLUE");
    }
}
