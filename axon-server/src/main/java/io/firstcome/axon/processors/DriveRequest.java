package io.firstcome.axon.processors;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.Map;

/**
 * An operator's wish that all steps of one order and its payments are sent again: the data of a task whose instance is the order's id.
 *
 * @param userId the buyer
 * @param origin trace and user of the operator's request
 */
public record DriveRequest(String userId, Map<String, String> origin) {

    /** Whichever process runs the processes runs it. */
    public static final TaskDescriptor<DriveRequest> TASK = TaskDescriptor.of("order-drive", DriveRequest.class);

    public DriveRequest {
        origin = Map.copyOf(origin);
    }
}
