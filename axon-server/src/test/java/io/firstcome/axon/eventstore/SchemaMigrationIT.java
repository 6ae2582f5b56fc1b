package io.firstcome.axon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.TestDatabase;
import io.firstcome.embedded.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nodes that start at one moment on an empty database. */
class SchemaMigrationIT {

    private static final int NODES = 6;

    private final TestDatabase server = TestServers.database();

    @Test
    void givenEmptyDatabase_whenManyNodesMigrateAtOnce_thenEachScriptRunsOnce() throws Exception {
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(server.freshDatabase(), server.username(), server.password());
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            List<Future<?>> started = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                started.add(nodes.submit(() -> {
                    start.await();
                    SchemaMigration.run(dataSource, "classpath:db/store", "store_schema_history");
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> node : started) {
                node.get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(new JdbcTemplate(dataSource)
                        .queryForList(
                                "SELECT version FROM store_schema_history WHERE success ORDER BY installed_rank",
                                String.class))
                .doesNotHaveDuplicates()
                .contains("1", "2", "8");
    }
}
