package io.firstcome.axon.tail;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What the current unit of work has written, kept with it until its commit. */
public final class Appended {

    private static final String RESOURCE = Appended.class.getName();

    private Appended() {}

    /** Notes what is written and not committed. Without a unit of work there is nothing to keep it with. */
    public static void note(Commit commit) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork
                .root()
                .getOrComputeResource(RESOURCE, key -> new ArrayList<Commit>())
                .add(commit));
    }

    /** What was noted, once; empty when nothing was. */
    public static List<Commit> take() {
        Object noted = CurrentUnitOfWork.map(
                        unitOfWork -> unitOfWork.root().resources().remove(RESOURCE))
                .orElse(null);
        return noted instanceof List<?> commits
                ? commits.stream().map(Commit.class::cast).toList()
                : List.of();
    }
}
