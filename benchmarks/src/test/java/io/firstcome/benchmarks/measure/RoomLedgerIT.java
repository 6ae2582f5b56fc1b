package io.firstcome.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.benchmarks.report.Checks;
import io.firstcome.embedded.TestServers;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The table of events tells when an entry is lost, stored twice or has the number of another. */
class RoomLedgerIT {

    private static final String EVENT = "INSERT INTO domain_event VALUES (?, ?, ?, ?)";

    private JdbcTemplate jdbc;

    @BeforeEach
    void threeEntries() throws Exception {
        String url = TestServers.mariaDb().freshDatabase();
        jdbc = new JdbcTemplate(
                new SingleConnectionDataSource(DriverManager.getConnection(url, "firstcome", "firstcome"), true));
        jdbc.execute("CREATE TABLE domain_event (position BIGINT PRIMARY KEY, aggregate_id VARCHAR(96),"
                + " event_type VARCHAR(64), payload MEDIUMBLOB)");
        jdbc.update(EVENT, 1, "waiting-room:r-1", "RoomCreated", "{\"roomId\":\"r-1\",\"terms\":{\"name\":\"x\"}}");
        enter(2, "r-1", "7", 1);
        enter(3, "r-1", "8", 2);
        jdbc.update(EVENT, 4, "waiting-room:r-1", "UserAdmitted", "{\"userId\":\"7\",\"admission\":1}");
        enter(5, "r-1", "9", 3);
        enter(6, "r-10", "7", 1);
    }

    @Test
    void givenEntries_whenRead_thenEachCountsOnce() {
        assertThat(RoomLedger.of(this::column, "r-1")).isEqualTo(new RoomLedger(5, 3, 3, 3, 3));
        assertThat(RoomLedger.of(this::column, "r-2")).isEqualTo(new RoomLedger(0, 0, 0, 0, 0));
        assertThat(RoomLedger.some(this::column, "r-1", 2)).containsExactly(new RoomLedger.Entry("8", 2));
        assertThat(failures(3, 0)).isZero();
        assertThat(failures(2, 1)).isZero();
    }

    @Test
    void givenEntries_whenMoreOrFewerWereAcknowledged_thenItFails() {
        assertThat(failures(4, 10)).isOne();
        assertThat(failures(2, 0)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"7, 4", "10, 3", "10, 5"})
    void givenAnotherEntry_whenItsUserOrNumberIsNotNewOrThereIsAHole_thenItFails(String user, int number) {
        enter(7, "r-1", user, number);

        assertThat(failures(4, 0)).isOne();
    }

    private void enter(int position, String room, String user, int number) {
        String payload = "{\"roomId\":\"" + room + "\",\"userId\":\"" + user + "\",\"entry\":" + number + "}";
        jdbc.update(EVENT, position, "waiting-room:" + room, "RoomEntered", payload);
    }

    private long failures(int acknowledged, int underWay) {
        Checks checks = new Checks();
        RoomLedger.of(this::column, "r-1").verify("it", acknowledged, underWay, checks);
        return checks.all().stream().filter(check -> !check.isGreen()).count();
    }

    private List<String> column(String sql) {
        return jdbc.queryForList(sql, String.class);
    }
}
