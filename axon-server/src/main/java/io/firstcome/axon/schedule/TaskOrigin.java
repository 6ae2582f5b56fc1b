package io.firstcome.axon.schedule;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Where a task comes from, to be kept in its data and carried on to its command. */
public final class TaskOrigin {

    private TaskOrigin() {}

    /** Correlation, trace and user of the event that is being handled; empty outside of a unit of work. */
    public static Map<String, String> current() {
        Map<String, String> origin = new HashMap<>();
        CurrentUnitOfWork.ifStarted(
                unit -> unit.getCorrelationData().forEach((key, value) -> origin.put(key, String.valueOf(value))));
        return origin;
    }
}
