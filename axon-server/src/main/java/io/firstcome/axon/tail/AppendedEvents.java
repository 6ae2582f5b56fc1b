package io.firstcome.axon.tail;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What the current unit of work has written, kept with it until its commit. */
public final class AppendedEvents {

    private static final String RESOURCE = AppendedEvents.class.getName();

    private AppendedEvents() {}

    /** Notes what is written and not committed. Without a unit of work there is nothing to keep it with. */
    public static void note(Commit commit) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork
                .root()
                .getOrComputeResource(RESOURCE, key -> new ArrayList<Commit>())
                .add(commit));
    }

    /** What the current unit of work has written; empty when it has written nothing. */
    public static List<Commit> noted() {
        return CurrentUnitOfWork.map(unitOfWork -> unitOfWork.root().getOrDefaultResource(RESOURCE, List.<Commit>of()))
                .orElse(List.of());
    }
}
