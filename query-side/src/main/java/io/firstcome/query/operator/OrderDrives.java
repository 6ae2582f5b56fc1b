package io.firstcome.query.operator;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.processors.DriveRequest;
import io.firstcome.axon.schedule.BatchedTasks;
import io.firstcome.web.security.Caller;
import io.firstcome.web.trace.TraceId;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Asks for orders to be driven on: a task for whichever process runs the processes. While one waits, another for the same order is the
 * same one.
 */
@Component
public class OrderDrives {

    private final BatchedTasks<DriveRequest> tasks;
    private final Clock clock;

    OrderDrives(JdbcTemplate jdbc, Clock clock) {
        this.tasks = new BatchedTasks<>(DriveRequest.TASK, jdbc);
        this.clock = clock;
    }

    /** In the transaction that is running. */
    public void request(String orderId, String buyerId, Caller operator) {
        Map<String, String> origin =
                Map.of(CommandMetaData.USER_ID, operator.userId(), CommandMetaData.TRACE_ID, TraceId.current());
        tasks.scheduleAlone(orderId, new DriveRequest(buyerId, origin), clock.instant());
    }
}
