package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.TestDatabase;
import io.firstcome.embedded.TestServers;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tables of older versions are brought up to date with what is in them. */
class QuerySchemaIT {

    private final DataSource dataSource = fresh(TestServers.database());
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

    private static DataSource fresh(TestDatabase server) {
        return new DriverManagerDataSource(server.freshDatabase(), server.username(), server.password());
    }

    @Test
    void givenKeysAndCategoriesOfVersion4_whenMigrated_thenTheyAreThereAndExact() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/query")
                .table("query_schema_history")
                .target("4")
                .load()
                .migrate();
        jdbc.update("INSERT INTO processor_request VALUES ('op', 'key', REPEAT('f', 32), '{}', 1)");
        jdbc.update("INSERT INTO product_view (product_id, name, price, category, images, options, created_at,"
                + " created_position, listed, version, position)"
                + " VALUES ('1', 'Mug', 1, 'K\u00fcche \uD83C\uDF75', '[]', '[]', 0, 1, 1, 0, 1)");

        new QuerySchema(dataSource);

        assertThat(jdbc.queryForList("SELECT answer FROM processor_request WHERE idempotency_key = 'key'"))
                .hasSize(1);
        assertThat(jdbc.queryForList("SELECT answer FROM processor_request WHERE idempotency_key = 'key '"))
                .isEmpty();
        assertThat(jdbc.queryForList("SELECT product_id FROM product_view WHERE category = 'K\u00fcche \uD83C\uDF75'"))
                .hasSize(1);
        assertThat(jdbc.queryForList("SELECT * FROM processor_request"))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("refusal", null).containsEntry("trace_id", ""));
        assertThat(Arrays.asList(Flyway.configure()
                        .dataSource(dataSource)
                        .locations("classpath:db/query")
                        .table("query_schema_history")
                        .load()
                        .info()
                        .pending()))
                .isEmpty();
    }
}
