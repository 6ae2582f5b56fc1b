package io.firstcome.command.process;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.firstcome.axon.eventstore.AggregateVersion;
import io.firstcome.axon.eventstore.StoredEvents;
import io.firstcome.axon.processors.DriveRequest;
import io.firstcome.axon.schedule.ExponentialBackoff;
import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives an order when an operator has asked for it. After a failure it is tried again some times; then the operator, who still finds
 * the order in the list, may ask again.
 */
public final class OrderDriver {

    private static final Logger log = LoggerFactory.getLogger(OrderDriver.class);

    private static final int AT_A_TIME = 1_000;
    private static final int TRIES = 6;
    private static final ExponentialBackoff AFTER_A_FAILURE =
            new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final Drive drive;
    private final StoredEvents stored;
    private final TaskCommands commands;
    private final Clock clock;

    /** Sends the steps of an order again. */
    @FunctionalInterface
    public interface Drive {

        /**
         * @param ofTheBuyer all that happened to the buyer since the order was placed, in commit order
         * @param steps sends a command and returns when it is done, or refused
         */
        void drive(OrderId order, Stream<? extends EventMessage<?>> ofTheBuyer, Instant now, ProcessCommands steps);
    }

    public OrderDriver(Drive drive, StoredEvents stored, TaskCommands commands, Clock clock) {
        this.drive = drive;
        this.stored = stored;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What the scheduler runs when a task is due.
     *
     * @param driver asked for late, because it is made after the tasks
     */
    public static Task<DriveRequest> task(Supplier<OrderDriver> driver) {
        return Tasks.custom(DriveRequest.TASK)
                .onFailure(AFTER_A_FAILURE.onFailure(TRIES))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    driver.get().run(new OrderId(instance.getId()), instance.getData());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private void run(OrderId order, DriveRequest request) {
        Sent sent = new Sent(request.origin());
        Stream<TrackedEventMessage<?>> history = ofTheBuyer(order, request.userId());
        // In a unit of work, a card request that is noted has the origin, too.
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>(request));
        unit.registerCorrelationDataProvider(message -> request.origin());
        unit.execute(() -> drive.drive(order, history, clock.instant(), sent::send));
        log.info(
                "Order {} was driven on: {} steps were sent, {} of them refused",
                order.value(),
                sent.all,
                sent.refused);
        if (sent.failure != null) {
            throw sent.failure;
        }
    }

    /** Read in pieces: a buyer may have done much since. */
    private Stream<TrackedEventMessage<?>> ofTheBuyer(OrderId order, String buyer) {
        AggregateVersion placed = new AggregateVersion(order.toString(), 0);
        Long position = stored.positions(List.of(placed)).get(placed);
        if (position == null) {
            throw new IllegalStateException("Order " + order.value() + " was never placed");
        }
        return Stream.iterate(
                        stored.ofUser(buyer, position - 1, AT_A_TIME),
                        some -> !some.isEmpty(),
                        some -> stored.ofUser(
                                buyer, some.getLast().trackingToken().position().orElseThrow(), AT_A_TIME))
                .flatMap(List::stream);
    }

    /**
     * One step that fails does not keep the others back. One that is refused is not tried again: what came later has overtaken it, as
     * the cancellation of an order overtakes a part of its money that was asked back before.
     */
    private final class Sent {
        private final Map<String, String> origin;
        private int all;
        private int refused;
        private TaskCommands.@Nullable CommandDeliveryException failure;

        Sent(Map<String, String> origin) {
            this.origin = origin;
        }

        void send(AggregateCommand command) {
            all++;
            try {
                commands.send(command, origin);
            } catch (TaskCommands.CommandRejectedException e) {
                log.info("A step of a driven order was refused: {}", e.getMessage());
                refused++;
            } catch (TaskCommands.CommandDeliveryException e) {
                log.warn("A step of a driven order failed: {}", e.getMessage());
                failure = e;
            }
        }
    }
}
