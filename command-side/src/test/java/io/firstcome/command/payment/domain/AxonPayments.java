package io.firstcome.command.payment.domain;

import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.contract.Refusal;
import io.firstcome.events.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** The aggregate on Axon in memory, loaded from its events at every command. */
final class AxonPayments implements Payments {

    private final Configuration axon;
    private final List<PaymentEvent> published = new ArrayList<>();

    AxonPayments() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(
                        PaymentAggregate.configuration(NoCache.INSTANCE, NoSnapshotTriggerDefinition.INSTANCE))
                .buildConfiguration();
        axon.start();
        axon.eventBus()
                .subscribe(messages -> messages.forEach(message -> published.add((PaymentEvent) message.getPayload())));
    }

    @Override
    public List<PaymentEvent> send(PaymentCommand command) {
        published.clear();
        List<CommandResultMessage<?>> results = new ArrayList<>();
        CommandBus bus = axon.commandBus();
        bus.dispatch(new GenericCommandMessage<Object>(command, Map.of()), (sent, result) -> results.add(result));
        CommandResultMessage<?> result = results.getFirst();
        // A refund that is completed before its card part came back is a fault of the process, and stores nothing.
        if (result.isExceptional()
                && !(result.exceptionResult() instanceof Refusal)
                && !(result.exceptionResult() instanceof IllegalStateException)) {
            throw new AssertionError("A command failed", result.exceptionResult());
        }
        return List.copyOf(published);
    }
}
