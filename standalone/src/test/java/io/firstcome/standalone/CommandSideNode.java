package io.firstcome.standalone;

import io.firstcome.axon.EventStoreConfiguration;
import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.commandbus.AggregateMemory;
import io.firstcome.axon.eventstore.ForeignWrites;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.command.CommandSideConfiguration;
import io.firstcome.embedded.TestServers;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import io.firstcome.web.WebConfiguration;
import io.firstcome.web.security.SecuritySettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A command side with HTTP and processes in this JVM. Two of them on one database are two nodes. */
final class CommandSideNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final int port;

    private CommandSideNode(String databaseUrl, List<Class<?>> sources) {
        context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.SERVLET)
                .profiles("standalone")
                .registerShutdownHook(false)
                .properties(Map.<String, Object>of(
                        "spring.datasource.url",
                        databaseUrl,
                        "spring.datasource.username",
                        TestServers.database().username(),
                        "spring.datasource.password",
                        TestServers.database().password(),
                        "firstcome.security.jwt-secret",
                        SecuritySettings.STANDALONE_SECRET,
                        "firstcome.gateway.url",
                        "http://127.0.0.1:9",
                        "firstcome.gateway.secret-key",
                        "not-used",
                        "firstcome.processor.process-segments",
                        4,
                        "firstcome.processor.process-connections",
                        16,
                        // It has no views, so it has none of their tables.
                        "spring.flyway.enabled",
                        false,
                        "server.port",
                        0))
                .run();
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static CommandSideNode start(String databaseUrl) {
        return new CommandSideNode(databaseUrl, List.of(Application.class));
    }

    /** The negative control: it does not look whether others have written. */
    static CommandSideNode startBlind(String databaseUrl) {
        return new CommandSideNode(databaseUrl, List.of(Application.class, Blind.class));
    }

    int port() {
        return port;
    }

    Response exchange(Request request) {
        return SharedSystem.exchange(port, request);
    }

    void send(Object command) {
        context.getBean(CommandGateway.class).sendAndWait(command);
    }

    /** The segments that it has claimed, as {@code <processor>/<number>}. */
    Set<String> segments() {
        return context.getBean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .map(StreamingEventProcessor.class::cast)
                .flatMap(processor -> processor.processingStatus().keySet().stream()
                        .map(segment -> processor.getName() + "/" + segment))
                .collect(Collectors.toSet());
    }

    /** What happened to an aggregate, by the store. */
    List<Object> events(String aggregateId) {
        return context.getBean(EventStore.class)
                .readEvents(aggregateId, 0)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = AxonDbSchedulerAutoConfiguration.class)
    @Import({EventStoreConfiguration.class, WebConfiguration.class, CommandSideConfiguration.class})
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class Blind {

        @Bean
        @Primary
        AggregateMemory blindMemory(MySqlEventStorageEngine engine, CaffeineAggregateCache cache) {
            return new AggregateMemory(engine, cache) {
                @Override
                protected ForeignWrites foreignWrites() {
                    return new FoundNothing();
                }
            };
        }
    }

    private static final class FoundNothing implements ForeignWrites {

        @Override
        public Found next(boolean locked) {
            return Found.NOTHING;
        }

        @Override
        public void committed(long first, long last) {
            // Nothing is found anyway.
        }

        @Override
        public void storeFailed() {
            // Nothing is found anyway.
        }

        @Override
        public void unknownCommit() {
            // Nothing is found anyway.
        }
    }
}
