package io.firstcome.command.process;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.firstcome.axon.schedule.BatchedTasks;
import io.firstcome.axon.schedule.ExponentialBackoff;
import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.axon.schedule.TaskOrigin;
import io.firstcome.command.order.api.OrderCommand.ExpireOrder;
import io.firstcome.events.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One task for each order that waits for its payment. It tells the order that the time is over; the order decides whether that still
 * matters. A task that fails costs its own order only, and is tried again for ever.
 */
public final class ScheduledOrderExpiries implements OrderExpiries {

    /** @param origin the metadata of the event that placed the order */
    public record Expiry(Map<String, String> origin) {}

    static final TaskDescriptor<Expiry> TASK = TaskDescriptor.of("order-expiry", Expiry.class);

    private static final ExponentialBackoff AFTER_A_FAILURE =
            new ExponentialBackoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private final BatchedTasks<Expiry> tasks;

    /** @param jdbc on the data source of the scheduler */
    public ScheduledOrderExpiries(JdbcTemplate jdbc) {
        this.tasks = new BatchedTasks<>(TASK, jdbc);
    }

    @Override
    public void schedule(OrderId order, Instant at) {
        tasks.schedule(order.value(), new Expiry(TaskOrigin.current()), at);
    }

    @Override
    public void cancel(OrderId order) {
        tasks.cancel(order.value());
    }

    /** What the scheduler runs when a task is due. */
    public static Task<Expiry> task(TaskCommands commands, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure(AFTER_A_FAILURE.onFailure())
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    OrderId order = new OrderId(instance.getId());
                    commands.send(
                            new ExpireOrder(order, clock.instant()),
                            instance.getData().origin());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
