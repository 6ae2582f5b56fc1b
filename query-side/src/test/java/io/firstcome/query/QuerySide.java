package io.firstcome.query;

import io.firstcome.axon.store.EventStoreDatabase;
import io.firstcome.embedded.TestServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A running query side on a database and a Redis database of its own; nothing but an event store feeds it. */
public final class QuerySide implements AutoCloseable {

    private static final AtomicInteger REDIS_DATABASES = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    private QuerySide(Map<String, Object> properties) {
        context = new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .registerShutdownHook(false)
                .run();
    }

    /** Starts without Kafka. */
    public static QuerySide start() {
        return start(Map.of());
    }

    /** Starts with these properties on top. */
    public static QuerySide start(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", TestServers.mariaDb().freshDatabase());
        properties.put("spring.datasource.username", TestServers.mariaDb().username());
        properties.put("spring.datasource.password", TestServers.mariaDb().password());
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", TestServers.redis().port());
        properties.put("spring.data.redis.database", REDIS_DATABASES.getAndIncrement() % 16);
        properties.putAll(more);
        return new QuerySide(properties);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    /** Stores events as the command side would: in one transaction. */
    public void store(List<? extends DomainEventMessage<?>> events) {
        bean(EventStoreDatabase.class).inTransaction(() -> {
            bean(EventStore.class).publish(events);
            return events.size();
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
