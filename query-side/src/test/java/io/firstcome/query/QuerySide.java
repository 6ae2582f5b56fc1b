package io.firstcome.query;

import static org.awaitility.Awaitility.await;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.processors.ViewProgress;
import io.firstcome.embedded.TestServers;
import io.firstcome.web.WebConfiguration;
import io.firstcome.web.security.SecuritySettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;

/** A running query side on a database and a Redis database of its own; nothing but an event store feeds it. */
public final class QuerySide implements AutoCloseable {

    private static final AtomicInteger REDIS_DATABASES = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    private final Map<String, Object> properties;

    private QuerySide(Map<String, Object> properties) {
        this.properties = properties;
        boolean web = properties.containsKey("server.port");
        context = new SpringApplicationBuilder(TestApplication.class)
                .sources(web ? new Class<?>[] {WebConfiguration.class} : new Class<?>[0])
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .properties(properties)
                .registerShutdownHook(false)
                .run();
    }

    /** Starts without Kafka. */
    public static QuerySide start() {
        return start(Map.of());
    }

    /** Starts with HTTP, on a free port. */
    public static QuerySide startWithHttp(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("server.port", 0);
        properties.put("spring.profiles.active", "standalone");
        properties.put("firstcome.security.jwt-secret", SecuritySettings.STANDALONE_SECRET);
        return start(properties);
    }

    /** The port of HTTP. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The value of one of its properties. */
    public String property(String name) {
        return String.valueOf(properties.get(name));
    }

    /** Starts with these properties on top. */
    public static QuerySide start(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", TestServers.database().freshDatabase());
        properties.put("spring.datasource.username", TestServers.database().username());
        properties.put("spring.datasource.password", TestServers.database().password());
        properties.put("spring.data.redis.host", TestServers.redisAddress().getHostString());
        properties.put("spring.data.redis.port", TestServers.redisAddress().getPort());
        properties.put("spring.data.redis.database", REDIS_DATABASES.getAndIncrement() % 16);
        properties.putAll(more);
        return new QuerySide(properties);
    }

    /** Starts again on the data of this one; as long as this one is not closed, they are two nodes. */
    public QuerySide again() {
        return new QuerySide(properties);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several beans of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The bean of a type with parameters. */
    public Object beanOf(ResolvableType type) {
        return context.getBeanProvider(type).getObject();
    }

    /** Rebuilds the view of a processor; returns when that is done. */
    public void rebuild(String processor) {
        jdbc().update(
                        "REPLACE INTO processor_rebuild (processor_name, state, requested_at, finished_at, target_position)"
                                + " VALUES (?, 'REQUESTED', 0, NULL, 0)",
                        processor);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc().queryForList(
                                        "SELECT 1 FROM processor_rebuild WHERE processor_name = ? AND state = 'DONE'",
                                        processor)
                                .size()
                        == 1);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    /** Stores events as the command side would: in one transaction, and readers are told after its commit. */
    public void store(List<? extends DomainEventMessage<?>> events) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(bean(EventStoreDatabase.class).transactionManager());
        unitOfWork.execute(() -> bean(EventStore.class).publish(events));
    }

    /** Returns when every processor has handled every stored event. */
    public void awaitCaughtUp() {
        ViewProgress progress = bean(ViewProgress.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> processors().stream().allMatch(progress::hasCaughtUp));
    }

    /** The names of the processors. */
    public Set<String> processors() {
        return bean(EventProcessingConfiguration.class).eventProcessors().keySet();
    }

    /** All rows of a table, to be compared. */
    public List<Map<String, Object>> rows(String table) {
        List<Map<String, Object>> rows = jdbc().queryForList("SELECT * FROM " + table + " ORDER BY 1, 2, 3");
        rows.forEach(row -> row.replaceAll(
                (column, value) -> value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value));
        return rows;
    }

    /** How many events a view has dead-lettered. */
    public long deadLetters(String group) {
        Long deadLetters = jdbc().queryForObject(
                        "SELECT COUNT(*) FROM dead_letter_entry WHERE processing_group = ?", Long.class, group);
        return deadLetters == null ? 0 : deadLetters;
    }

    @Override
    public void close() {
        context.close();
    }
}
