package io.firstcome.query;

import io.firstcome.axon.EventStoreConfiguration;
import io.firstcome.axon.store.EventStoreDatabase;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The query side alone, on an event store that the tests write to. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EventStoreConfiguration.class, QuerySideConfiguration.class})
class TestApplication {

    /** Axon 4 does not write {@code mask}, so the column needs a default for a processor to start. */
    @Bean
    InitializingBean tokenTable(EventStoreDatabase store) {
        return () -> store.inTransaction(() -> {
            new JdbcTemplate(store.dataSource()).execute("ALTER TABLE token_entry ALTER COLUMN mask SET DEFAULT 0");
            return true;
        });
    }
}
