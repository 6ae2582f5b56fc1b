package io.firstcome.command.stock.domain;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.contract.Refusal;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** The aggregate on Axon in memory, loaded from its events, or its snapshot and the events after it, at every command. */
final class AxonStocks implements Stocks {

    private final Storage storage;
    private final Configuration axon;
    private final List<StockEvent> published = new ArrayList<>();

    AxonStocks() {
        this(UnaryOperator.identity());
    }

    /** @param tampering what happens to the JSON of a snapshot before it is read */
    AxonStocks(UnaryOperator<String> tampering) {
        storage = new Storage(tampering);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> storage)
                .configureAggregate(
                        StockAggregate.configuration(NoCache.INSTANCE, NoSnapshotTriggerDefinition.INSTANCE))
                .buildConfiguration();
        axon.start();
        axon.eventBus()
                .subscribe(messages -> messages.forEach(message -> published.add((StockEvent) message.getPayload())));
    }

    @Override
    public Outcome send(StockCommand command) {
        published.clear();
        List<CommandResultMessage<?>> results = new ArrayList<>();
        CommandBus bus = axon.commandBus();
        bus.dispatch(new GenericCommandMessage<Object>(command, Map.of()), (sent, result) -> results.add(result));
        CommandResultMessage<?> result = results.get(0);
        List<StockEvent> events = List.copyOf(published);
        if (!result.isExceptional()) {
            return new Outcome(null, events, false);
        }
        return switch (result.exceptionResult()) {
            case Refusal refusal -> new Outcome(refusal.code(), events, false);
            case AggregateNotFoundException unknown -> new Outcome(command.whenUnknown(), events, false);
            default -> new Outcome(null, events, true);
        };
    }

    /** Makes a snapshot of the stock, if there is one, as the snapshotter does. */
    void snapshot(StockId id) {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            Aggregate<Stock> aggregate = axon.repository(Stock.class).load(id.toString());
            storage.storeSnapshot(new GenericDomainEventMessage<>(
                    StockId.TYPE,
                    id.toString(),
                    Objects.requireNonNull(aggregate.version()),
                    aggregate.invoke(Function.identity())));
        } catch (AggregateNotFoundException e) {
            // Nothing to make a snapshot of.
        } finally {
            unitOfWork.rollback();
        }
    }

    /** Keeps events as objects and snapshots as the JSON that is stored. */
    private static final class Storage extends InMemoryEventStorageEngine {

        private static final Serializer SERIALIZER = Serializers.forSnapshots(List.of(StockAggregate.snapshotModule()));

        private final Map<String, DomainEventMessage<byte[]>> snapshots = new HashMap<>();
        private final UnaryOperator<String> tampering;

        Storage(UnaryOperator<String> tampering) {
            this.tampering = tampering;
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            byte[] json =
                    SERIALIZER.serialize(snapshot.getPayload(), byte[].class).getData();
            String tampered = tampering.apply(new String(json, StandardCharsets.UTF_8));
            snapshots.put(
                    snapshot.getAggregateIdentifier(),
                    new GenericDomainEventMessage<>(
                            snapshot.getType(),
                            snapshot.getAggregateIdentifier(),
                            snapshot.getSequenceNumber(),
                            tampered.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
            return Optional.ofNullable(snapshots.get(aggregateIdentifier)).map(Storage::read);
        }

        private static DomainEventMessage<?> read(DomainEventMessage<byte[]> stored) {
            SerializedObject<byte[]> json =
                    new SimpleSerializedObject<>(stored.getPayload(), byte[].class, Stock.class.getName(), "1");
            return new GenericDomainEventMessage<>(
                    stored.getType(),
                    stored.getAggregateIdentifier(),
                    stored.getSequenceNumber(),
                    SERIALIZER.<byte[], Stock>deserialize(json));
        }
    }
}
