package io.firstcome.command.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.command.FreshStore;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RejectionCountsIT {

    private static final Rejection SOLD_OUT = new Rejection("COUPON_SOLD_OUT", Kind.CONFLICT, "Sold out");
    private static final Rejection CLOSED = new Rejection("COUPON_CLOSED", Kind.CONFLICT, "Closed");
    private static final Rejection UNKNOWN = new Rejection("COUPON_NOT_FOUND", Kind.NOT_FOUND, "Unknown");

    private final EventStoreDatabase database = FreshStore.open();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RejectionCounts counts = new RejectionCounts(database, metrics);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenRefusals_whenWritten_thenTheyAddUpByAggregateAndCode() {
        counts.count("coupon:1", SOLD_OUT);
        counts.count("coupon:1", SOLD_OUT);
        counts.count("coupon:1", CLOSED);
        counts.count("coupon:2", SOLD_OUT);
        counts.write();
        counts.count("coupon:1", SOLD_OUT);
        counts.write();
        counts.write();

        assertThat(stored())
                .containsExactly(
                        Map.entry("coupon:1 COUPON_CLOSED", 1L),
                        Map.entry("coupon:1 COUPON_SOLD_OUT", 3L),
                        Map.entry("coupon:2 COUPON_SOLD_OUT", 1L));
    }

    /** Their ids come from whoever asks, so a table of them would grow without bound. */
    @Test
    void givenRefusalsOfUnknownThings_whenWritten_thenTheyAreMeasuredOnly() {
        counts.count("coupon:404", UNKNOWN);
        counts.write();

        assertThat(stored()).isEmpty();
        assertThat(metrics.counter("firstcome.refusals", "code", "COUPON_NOT_FOUND")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givenCountingFromManyThreads_whenWrittenMeanwhile_thenNoneIsLost() {
        int threads = 8;
        int each = 5_000;
        try (ExecutorService crowd = Executors.newFixedThreadPool(threads)) {
            IntStream.range(0, threads)
                    .forEach(thread -> crowd.execute(() -> {
                        for (int i = 0; i < each; i++) {
                            counts.count("coupon:" + i % 3, SOLD_OUT);
                        }
                    }));
            IntStream.range(0, 50).forEach(round -> counts.write());
        }
        counts.write();

        assertThat(stored().values().stream().mapToLong(Long::longValue).sum()).isEqualTo((long) threads * each);
    }

    @Test
    void givenDatabaseThatRefuses_whenWritten_thenTheCountsWaitForTheNextTime() {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        execute(jdbc, "RENAME TABLE refusal_count TO away");
        counts.count("coupon:1", SOLD_OUT);
        counts.write();
        execute(jdbc, "RENAME TABLE away TO refusal_count");
        counts.count("coupon:1", SOLD_OUT);
        counts.write();

        assertThat(stored()).containsExactly(Map.entry("coupon:1 COUPON_SOLD_OUT", 2L));
    }

    @Test
    void givenStopOfTheApplication_whenSomeWait_thenTheyAreWritten() {
        counts.start();
        assertThat(counts.isRunning()).isTrue();
        counts.count("coupon:1", SOLD_OUT);
        counts.stop();

        assertThat(counts.isRunning()).isFalse();
        assertThat(stored()).containsExactly(Map.entry("coupon:1 COUPON_SOLD_OUT", 1L));
    }

    private void execute(JdbcTemplate jdbc, String statement) {
        database.inTransaction(() -> jdbc.update(statement));
    }

    private Map<String, Long> stored() {
        Map<String, Long> stored = new TreeMap<>();
        new JdbcTemplate(database.dataSource()).query("SELECT aggregate_id, code, refused FROM refusal_count", row -> {
            stored.put(row.getString(1) + " " + row.getString(2), row.getLong(3));
        });
        return stored;
    }
}
