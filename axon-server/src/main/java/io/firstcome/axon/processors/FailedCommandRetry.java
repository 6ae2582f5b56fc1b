package io.firstcome.axon.processors;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/**
 * An operator's wish that the failed commands of a process are sent again: the data of a task whose instance is the process's name.
 *
 * @param process its processing group
 */
public record FailedCommandRetry(String process) {

    /** Whichever node runs the processes runs it. */
    public static final TaskDescriptor<FailedCommandRetry> TASK =
            TaskDescriptor.of("failed-command-retry", FailedCommandRetry.class);
}
