package io.firstcome.command;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.RejectionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JacksonModule;

/**
 * One kind of aggregate on Axon in memory, loaded from its events, or its snapshot and the events after it, at every command. For
 * properties over whole histories; a single decision is told by a fixture.
 */
public final class MemoryAxon {

    /**
     * What a command came to.
     *
     * @param rejection why it was refused; null when it was not
     * @param events what was stored because of it
     * @param fault what it failed with, which is no rejection; null when it did not
     */
    public record Decision(
            @Nullable RejectionCode rejection,
            List<Object> events,
            @Nullable Throwable fault) {

        public Decision(@Nullable RejectionCode rejection, List<Object> events) {
            this(rejection, events, null);
        }

        /** What was stored, all of it of this kind. */
        public <E> List<E> events(Class<E> kind) {
            return events.stream().map(kind::cast).toList();
        }
    }

    private final Class<?> aggregateType;
    private final Storage storage;
    private final Configuration axon;
    private final List<Object> published = new ArrayList<>();

    public MemoryAxon(Class<?> aggregateType, JacksonModule... snapshotModules) {
        this(aggregateType, UnaryOperator.identity(), snapshotModules);
    }

    /** @param tampering what happens to the JSON of a snapshot before it is read */
    public MemoryAxon(Class<?> aggregateType, UnaryOperator<String> tampering, JacksonModule... snapshotModules) {
        this.aggregateType = aggregateType;
        this.storage = new Storage(Serializers.forSnapshots(List.of(snapshotModules)), tampering);
        this.axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> storage)
                .configureAggregate(AggregateRegistrar.configuration(
                        aggregateType, NoCache.INSTANCE, NoSnapshotTriggerDefinition.INSTANCE))
                .buildConfiguration();
        axon.start();
        axon.eventBus()
                .subscribe(
                        messages -> messages.stream().map(Message::getPayload).forEach(published::add));
    }

    /** What has happened to the aggregate before. */
    public void given(String type, String id, List<?> events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        events.forEach(event -> messages.add(new GenericDomainEventMessage<>(type, id, messages.size(), event)));
        axon.eventStore().publish(messages);
    }

    /** Has the command decided; it must not fail. */
    public Decision send(AggregateCommand command) {
        Decision decision = attempt(command);
        if (decision.fault() != null) {
            throw new AssertionError("A command failed: " + command, decision.fault());
        }
        return decision;
    }

    /** Has the command decided, or fail. */
    public Decision attempt(AggregateCommand command) {
        published.clear();
        List<CommandResultMessage<?>> results = new ArrayList<>();
        axon.commandBus()
                .dispatch(new GenericCommandMessage<Object>(command, Map.of()), (sent, result) -> results.add(result));
        CommandResultMessage<?> result = results.get(0);
        List<Object> events = List.copyOf(published);
        if (!result.isExceptional()) {
            return new Decision(null, events);
        }
        return switch (result.exceptionResult()) {
            case RejectedException rejection -> new Decision(rejection.code(), events);
            case AggregateNotFoundException unknown -> new Decision(command.whenUnknown(), events);
            default -> new Decision(null, events, result.exceptionResult());
        };
    }

    /** Makes a snapshot of the aggregate, if there is one, as the snapshotter does. */
    public void snapshot(String type, String id) {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            Aggregate<?> aggregate = axon.repository(aggregateType).load(id);
            storage.storeSnapshot(new GenericDomainEventMessage<Object>(
                    type, id, Objects.requireNonNull(aggregate.version()), aggregate.invoke(Function.identity())));
        } catch (AggregateNotFoundException e) {
            // Nothing to make a snapshot of.
        } finally {
            unitOfWork.rollback();
        }
    }

    /** Keeps events as objects and snapshots as the JSON that is stored. */
    private static final class Storage extends InMemoryEventStorageEngine {

        private final Serializer serializer;
        private final UnaryOperator<String> tampering;
        private final Map<String, DomainEventMessage<SerializedObject<String>>> snapshots = new HashMap<>();

        Storage(Serializer serializer, UnaryOperator<String> tampering) {
            this.serializer = serializer;
            this.tampering = tampering;
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            SerializedObject<String> json = serializer.serialize(snapshot.getPayload(), String.class);
            snapshots.put(
                    snapshot.getAggregateIdentifier(),
                    new GenericDomainEventMessage<>(
                            snapshot.getType(),
                            snapshot.getAggregateIdentifier(),
                            snapshot.getSequenceNumber(),
                            new SimpleSerializedObject<>(
                                    tampering.apply(json.getData()), String.class, json.getType())));
        }

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
            return Optional.ofNullable(snapshots.get(aggregateIdentifier))
                    .map(stored -> new GenericDomainEventMessage<Object>(
                            stored.getType(),
                            stored.getAggregateIdentifier(),
                            stored.getSequenceNumber(),
                            serializer.<String, Object>deserialize(stored.getPayload())));
        }
    }
}
