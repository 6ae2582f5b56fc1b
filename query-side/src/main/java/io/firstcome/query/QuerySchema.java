package io.firstcome.query;

import io.firstcome.axon.eventstore.SchemaMigration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Creates and updates the tables of the views, before anything runs that needs them. */
@Component
class QuerySchema {

    QuerySchema(DataSource dataSource) {
        SchemaMigration.run(dataSource, "classpath:db/query", "query_schema_history");
    }
}
