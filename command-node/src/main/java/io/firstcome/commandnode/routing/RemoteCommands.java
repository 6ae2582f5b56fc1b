package io.firstcome.commandnode.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.jgroups.Address;
import org.jspecify.annotations.Nullable;

/** The commands of this node that other members have not answered yet. Whoever takes one out is the one who answers it. */
final class RemoteCommands {

    private final Map<Long, RemoteCommand> unanswered = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();

    RemoteCommand add(
            Address owner, CommandMessage<Object> command, CommandCallback<Object, Object> callback, int attempt) {
        RemoteCommand added = new RemoteCommand(lastId.incrementAndGet(), owner, command, callback, attempt);
        unanswered.put(added.id(), added);
        return added;
    }

    /** Null when it is taken already, or is another member's. */
    @Nullable
    RemoteCommand take(long id, Address owner) {
        RemoteCommand command = unanswered.get(id);
        return command != null && command.owner().equals(owner) && take(command) ? command : null;
    }

    boolean take(RemoteCommand command) {
        return unanswered.remove(command.id(), command);
    }

    List<RemoteCommand> takeAll(Predicate<Address> owners) {
        return takeIf(command -> owners.test(command.owner()));
    }

    List<RemoteCommand> takeOlderThan(Duration age) {
        long oldest = System.nanoTime() - age.toNanos();
        return takeIf(command -> command.since() - oldest < 0);
    }

    private List<RemoteCommand> takeIf(Predicate<RemoteCommand> condition) {
        List<RemoteCommand> taken = new ArrayList<>();
        for (RemoteCommand command : unanswered.values()) {
            if (condition.test(command) && take(command)) {
                taken.add(command);
            }
        }
        return taken;
    }

    boolean isEmpty() {
        return unanswered.isEmpty();
    }
}
