package io.firstcome.axon.processors;

import io.firstcome.axon.eventstore.StoredEvents;
import io.firstcome.axon.tail.EventTail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Registers an event processor for each {@link ProcessingGroupDefinition}, and for that of each {@link ProcessingGroupSource}.
 *
 * <p>A fault rolls the batch back and is tried again; nothing is logged away. Nodes claim segments through the token store.
 *
 * <p>A process may have several segments: it has no state, and what an aggregate did is in one segment. Everything else has one: a
 * view is rebuilt as a whole, knows in memory which of its sequences are dead-lettered, and one that follows two kinds of aggregates writes
 * both to one row; a follower of Redis and the bridge to Kafka send one batch after the other. One segment has one thread.
 */
class EventProcessors implements ConfigurerModule {

    /** How soon a node takes over a segment that another one has released, or whose claim has expired. */
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(1);

    /** In a replay nobody waits for one event: so many batches are one. */
    private static final int REPLAYED_BATCHES = 8;

    /**
     * A view works for a quarter of the time at most, once a batch takes longer than a quarter of its pause, so that on a busy machine its
     * batches are large; a buyer waits for a process.
     */
    private static final int REST_OF_VIEWS = 4;

    private final List<ProcessingGroupDefinition> groups;
    private final ProcessorFailures failures;
    private final ProcessorProperties properties;
    private final TransactionManager views;
    private final ProcessDatabase processes;
    private final ObjectProvider<EventTail> tail;
    private final ObjectProvider<StoredEvents> stored;

    EventProcessors(
            ObjectProvider<ProcessingGroupDefinition> groups,
            ObjectProvider<ProcessingGroupSource> sources,
            ProcessorFailures failures,
            ProcessorProperties properties,
            PlatformTransactionManager views,
            ProcessDatabase processes,
            ObjectProvider<EventTail> tail,
            ObjectProvider<StoredEvents> stored) {
        this.groups = Stream.concat(groups.stream(), sources.stream().map(ProcessingGroupSource::processingGroup))
                .toList();
        this.failures = failures;
        this.properties = properties;
        this.views = new SpringTransactionManager(views);
        this.processes = processes;
        this.tail = tail;
        this.stored = stored;
    }

    @Override
    public void configureModule(Configurer configurer) {
        // Axon's default logs the failure of a handler and goes on: the event would be lost.
        configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
        groups.forEach(group -> register(configurer.eventProcessing(), group));
    }

    private void register(EventProcessingConfigurer processing, ProcessingGroupDefinition group) {
        String name = group.name();
        ViewDeadLetterQueue queue = group.queue();
        processing.registerTransactionManager(name, axon -> transactions(group));
        processing.registerHandlerInterceptor(name, axon -> failures.interceptor(name));
        processing.registerHandlerInterceptor(name, axon -> CurrentProcessor.interceptor(name, group.repeatable()));
        if (queue == null) {
            processing.registerListenerInvocationErrorHandler(name, axon -> group.onFault());
        } else {
            processing.registerDeadLetterQueue(name, axon -> queue);
            processing.registerDeadLetterPolicy(name, axon -> TransientFailures::decide);
            processing.registerSequencingPolicy(name, axon -> queue.sequencing());
            processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                    name, (axon, invoker) -> invoker.allowReset(true));
        }
        processing.registerEventProcessor(name, (id, axon, handlers) -> build(group, axon, handlers));
    }

    /** What may be set back is a view. */
    private TransactionManager transactions(ProcessingGroupDefinition group) {
        return group.repeatable() ? views : new SpringTransactionManager(processes.transactions());
    }

    private TokenStore positions(ProcessingGroupDefinition group, Configuration axon) {
        return group.repeatable()
                ? axon.getComponent(TokenStore.class)
                : TokenStores.on(processes.dataSource(), axon.serializer());
    }

    private EventProcessor build(ProcessingGroupDefinition group, Configuration axon, EventHandlerInvoker handlers) {
        HandledTypeCache known = new HandledTypeCache(
                group.repeatable() ? handlers : new NonReplayable(handlers), group.repeatable(), group.onRelease());
        Duration pause = group.repeatable() ? properties.pause() : properties.processPause();
        int segments = group.repeatable() ? 1 : properties.processSegments();
        // One thread looks and works: all that it has seen is one batch, and nothing is handed from thread to thread.
        ProcessorThread thread =
                new ProcessorThread(pause, group.repeatable() ? REST_OF_VIEWS : 1, segments, threads(group));
        axon.onShutdown(thread::shutdown);
        TokenStore tokens = positions(group, axon);
        TransactionManager transactions = transactions(group);
        PooledStreamingEventProcessor.Builder builder =
                PooledStreamingEventProcessor.builder().tokenStore(tokens).transactionManager(transactions);
        builder.name(group.name())
                .eventHandlerInvoker(known)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(failures.handler(group.name()))
                .messageSource(new TailEventSource(tail.getObject(), axon.eventStore(), known::handles, pause))
                .coordinatorExecutor(thread)
                .workerExecutor(thread)
                .initialSegmentCount(segments)
                .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                .initialToken(group.start())
                .batchSize(properties.batchSize());
        return new ReplayingProcessor(
                builder,
                stored::getObject,
                tokens,
                transactions,
                REPLAYED_BATCHES * properties.batchSize(),
                group.aggregateTypes());
    }

    private static ThreadFactory threads(ProcessingGroupDefinition group) {
        return group.repeatable()
                ? BackgroundThreads.soon(group.name())
                : Thread.ofPlatform().name(group.name()).daemon().factory();
    }
}
