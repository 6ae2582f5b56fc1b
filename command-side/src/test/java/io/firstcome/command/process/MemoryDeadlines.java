package io.firstcome.command.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.Registration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.jspecify.annotations.Nullable;

/** Deadlines in memory; what a crash undoes can be undone. */
final class MemoryDeadlines implements DeadlineManager {

    private final AtomicInteger ids = new AtomicInteger();
    private List<Deadline> pending = new ArrayList<>();

    record Deadline(
            String id, Instant at, String name, @Nullable Object payload, ScopeDescriptor scope) {}

    /** What undoes all that happens from now on. */
    Runnable undo() {
        List<Deadline> before = new ArrayList<>(pending);
        return () -> pending = before;
    }

    Optional<Deadline> earliest() {
        return pending.stream().min(Comparator.comparing(Deadline::at));
    }

    void done(Deadline deadline) {
        pending.remove(deadline);
    }

    @Override
    public String schedule(Instant at, String name, @Nullable Object payload, ScopeDescriptor scope) {
        String id = Integer.toString(ids.incrementAndGet());
        pending.add(new Deadline(id, at, name, payload, scope));
        return id;
    }

    @Override
    public void cancelSchedule(String name, String id) {
        pending.removeIf(deadline -> deadline.id().equals(id));
    }

    @Override
    public String schedule(Duration after, String name, @Nullable Object payload, ScopeDescriptor scope) {
        throw notUsed();
    }

    @Override
    public void cancelAll(String name) {
        throw notUsed();
    }

    @Override
    public void cancelAllWithinScope(String name, ScopeDescriptor scope) {
        throw notUsed();
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super DeadlineMessage<?>> interceptor) {
        throw notUsed();
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super DeadlineMessage<?>> interceptor) {
        throw notUsed();
    }

    /** A process that begins to use more of the interface is told so, instead of being answered with nothing. */
    private static RuntimeException notUsed() {
        return new IllegalStateException("No process uses this of the deadline manager");
    }
}
