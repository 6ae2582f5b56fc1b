package io.firstcome.command.coupon.domain;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.contract.Refusal;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponId;
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
final class AxonCoupons implements Coupons {

    private final Storage storage;
    private final Configuration axon;
    private final List<CouponEvent> published = new ArrayList<>();

    AxonCoupons() {
        this(UnaryOperator.identity());
    }

    /** @param tampering what happens to the JSON of a snapshot before it is read */
    AxonCoupons(UnaryOperator<String> tampering) {
        storage = new Storage(tampering);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> storage)
                .configureAggregate(
                        CouponAggregate.configuration(NoCache.INSTANCE, NoSnapshotTriggerDefinition.INSTANCE))
                .buildConfiguration();
        axon.start();
        axon.eventBus()
                .subscribe(messages -> messages.forEach(message -> published.add((CouponEvent) message.getPayload())));
    }

    @Override
    public Outcome send(CouponCommand command) {
        published.clear();
        List<CommandResultMessage<?>> results = new ArrayList<>();
        CommandBus bus = axon.commandBus();
        bus.dispatch(new GenericCommandMessage<Object>(command, Map.of()), (sent, result) -> results.add(result));
        CommandResultMessage<?> result = results.get(0);
        if (!result.isExceptional()) {
            return new Outcome(null, List.copyOf(published));
        }
        return switch (result.exceptionResult()) {
            case Refusal refusal -> new Outcome(refusal.code(), List.copyOf(published));
            case AggregateNotFoundException unknown -> new Outcome(command.whenUnknown(), List.copyOf(published));
            default -> throw new AssertionError("A command failed", result.exceptionResult());
        };
    }

    /** Makes a snapshot of the coupon, if there is one, as the snapshotter does. */
    void snapshot(CouponId id) {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            Aggregate<Coupon> aggregate = axon.repository(Coupon.class).load(id.toString());
            storage.storeSnapshot(new GenericDomainEventMessage<>(
                    CouponId.TYPE,
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

        private static final Serializer SERIALIZER =
                Serializers.forSnapshots(List.of(CouponAggregate.snapshotModule()));

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
                    new SimpleSerializedObject<>(stored.getPayload(), byte[].class, Coupon.class.getName(), "2");
            return new GenericDomainEventMessage<>(
                    stored.getType(),
                    stored.getAggregateIdentifier(),
                    stored.getSequenceNumber(),
                    SERIALIZER.<byte[], Coupon>deserialize(json));
        }
    }
}
