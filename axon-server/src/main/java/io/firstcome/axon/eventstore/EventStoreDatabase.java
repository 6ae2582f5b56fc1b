package io.firstcome.axon.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The event store's own connections to the database, so that slow queries of read models never starve commands.
 *
 * <p>Connections are READ COMMITTED (REPEATABLE READ would allow lost updates), never autocommit (that saves two round
 * trips a transaction), and time out: a frozen database must end in a rejection, not in a hanging client.
 *
 * <p>It is no {@code DataSource} bean, so that Spring Boot's own configuration of the read models' database stays.
 */
public final class EventStoreDatabase implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /**
     * A node that freezes in a transaction, or whose network is cut, keeps the row that numbers the events locked: nobody could append until it
     * goes on. So the server ends a transaction in which nothing has been asked for 5 s; no handler takes that long. MariaDB has a limit for
     * this; MySQL's is for any connection, and the pool replaces those that were not used for so long.
     */
    private static final String END_ABANDONED_TRANSACTIONS =
            "SET SESSION /*M! idle_transaction_timeout */ /*!80000 wait_timeout */ = 5";

    private final HikariDataSource dataSource;
    private final DataSourceTransactionManager transactionManager;

    /**
     * @param url a JDBC URL of MySQL 8.4+ or MariaDB 11.4+
     * @param poolSize the most connections at a time: one for each lane, and some for readers and snapshots
     * @param timeout how long one statement may go unanswered
     */
    public EventStoreDatabase(String url, String username, String password, int poolSize, Duration timeout) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("event-store");
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(2, poolSize));
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(END_ABANDONED_TRANSACTIONS);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.setValidationTimeout(CONNECT_TIMEOUT.toMillis() / 2);
        // As text: the pool drops driver properties of any other type without a word.
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
        config.addDataSourceProperty("socketTimeout", Long.toString(timeout.toMillis()));
        config.addDataSourceProperty("tcpNoDelay", "true");
        config.addDataSourceProperty("rewriteBatchedStatements", "true");
        // What is sent again and again is parsed once: the statements of a batch are long.
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("prepStmtCacheSize", "100");
        config.addDataSourceProperty("prepStmtCacheSqlLimit", "65536");
        config.addDataSourceProperty("useInformationSchema", "false");
        config.addDataSourceProperty("cachePrepStmts", "true");
        config.addDataSourceProperty("cacheServerConfiguration", "true");
        config.addDataSourceProperty("useLocalSessionState", "true");
        config.addDataSourceProperty("elideSetAutoCommits", "true");
        this.dataSource = new HikariDataSource(config);
        this.transactionManager = new DataSourceTransactionManager(dataSource);
    }

    /** Publishes the pool's figures as {@code hikaricp.*} with the tag {@code pool=event-store}. */
    public void meter(MeterRegistry metrics) {
        dataSource.setMetricRegistry(metrics);
    }

    /** Creates or updates the tables of the event store. */
    public void migrate() {
        SchemaMigration.run(dataSource, "classpath:db/store", "store_schema_history");
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Transactions for units of work that append to the event store. */
    public SpringTransactionManager transactionManager() {
        return new SpringTransactionManager(transactionManager);
    }

    /** Runs {@code work} in a transaction of its own. Outside of one nothing is ever committed here. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactionManager().fetchInTransaction(work);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
