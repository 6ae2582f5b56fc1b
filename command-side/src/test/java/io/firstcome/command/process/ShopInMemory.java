package io.firstcome.command.process;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.AggregateRegistrar;
import io.firstcome.command.concert.domain.ConcertDate;
import io.firstcome.command.coupon.domain.Coupon;
import io.firstcome.command.order.domain.Order;
import io.firstcome.command.payment.domain.Payment;
import io.firstcome.command.stock.domain.Stock;
import io.firstcome.command.wallet.domain.Wallet;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.RejectionCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** The real aggregates in memory, with a clock and all events in the order of their commits. */
final class ShopInMemory implements AutoCloseable {

    private static final SnapshotTriggerDefinition NONE = NoSnapshotTriggerDefinition.INSTANCE;

    private final Random random;
    private final Configuration axon;
    private final CommandBus bus;
    private final List<EventMessage<?>> events = new ArrayList<>();
    private Instant now = ExampleOrder.NOW;

    private ShopInMemory(Random random) {
        this.random = random;
        this.axon = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(config -> Serializers.general())
                .configureCommandBus(config -> SimpleCommandBus.builder().build())
                .configureEmbeddedEventStore(config -> new InMemoryEventStorageEngine())
                .configureAggregate(AggregateRegistrar.configuration(ConcertDate.class, NoCache.INSTANCE, NONE))
                .configureAggregate(AggregateRegistrar.configuration(Coupon.class, NoCache.INSTANCE, NONE))
                .configureAggregate(AggregateRegistrar.configuration(Order.class, NoCache.INSTANCE, NONE))
                .configureAggregate(AggregateRegistrar.configuration(Payment.class, NoCache.INSTANCE, NONE))
                .configureAggregate(AggregateRegistrar.configuration(Stock.class, NoCache.INSTANCE, NONE))
                .configureAggregate(AggregateRegistrar.configuration(Wallet.class, NoCache.INSTANCE, NONE))
                .buildConfiguration();
        axon.start();
        this.bus = axon.commandBus();
        axon.eventBus().subscribe(published -> {
            List<EventMessage<?>> batch = List.copyOf(published);
            CurrentUnitOfWork.get().afterCommit(committed -> events.addAll(batch));
        });
    }

    /** Until it is closed, all events of this JVM have its time. */
    static ShopInMemory begin(Random random) {
        ShopInMemory world = new ShopInMemory(random);
        GenericEventMessage.clock = world.clock();
        return world;
    }

    /** Reads this world's time. */
    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    Random random() {
        return random;
    }

    /** Tells yes in {@code percent} of all cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Instant now() {
        return now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    void advanceTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    EventStore store() {
        return axon.eventStore();
    }

    /** All events by now; the list grows. */
    List<EventMessage<?>> events() {
        return events;
    }

    /** Carries the command out, and returns why it was refused; null: it was not. */
    @Nullable
    RejectionCode execute(AggregateCommand command) {
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result == null || !result.isExceptional()) {
            return null;
        }
        Throwable failure = result.exceptionResult();
        if (failure instanceof RejectedException rejection) {
            return rejection.code();
        }
        if (failure instanceof AggregateNotFoundException) {
            return command.whenUnknown();
        }
        throw new IllegalStateException("A fault in " + command, failure);
    }

    @Override
    public void close() {
        axon.shutdown();
        GenericEventMessage.clock = Clock.systemUTC();
    }
}
