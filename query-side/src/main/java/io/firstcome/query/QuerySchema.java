package io.firstcome.query;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/** Creates and updates the tables of the views, before anything runs that needs them. */
@Component
class QuerySchema {

    QuerySchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/query")
                .table("query_schema_history")
                // The event store keeps its tables in the same database and has a history of its own.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
