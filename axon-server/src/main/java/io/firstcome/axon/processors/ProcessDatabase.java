package io.firstcome.axon.processors;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The processes' own connections to the database of the views, so that readers never keep an order waiting: positions of processes,
 * their tasks, failed commands and card requests are written by them, in one transaction.
 *
 * <p>It is no {@code DataSource} bean, so that Spring Boot's own configuration of the read models' database stays.
 */
public final class ProcessDatabase implements AutoCloseable {

    private static final int KEPT_OPEN = 2;

    private final HikariDataSource dataSource;
    private final JdbcTransactionManager transactions;

    /**
     * @param views whose settings it takes, the number of connections apart
     * @param connections the most at a time
     */
    ProcessDatabase(HikariDataSource views, int connections, MeterRegistry metrics) {
        HikariConfig config = new HikariConfig();
        views.copyStateTo(config);
        config.setPoolName("processes");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(KEPT_OPEN, connections));
        config.setMetricsTrackerFactory(null);
        config.setMetricRegistry(metrics);
        this.dataSource = new HikariDataSource(config);
        this.transactions = new JdbcTransactionManager(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
