package io.firstcome.commandnode.routing;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.commandbus.GroupCommitSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.distributed.Member;
import org.jgroups.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of this node on their way to their owners, and the answers to those of others.
 *
 * <p>When a member has gone, each command under way to it has its outcome at once. What was not sent yet, or has an idempotency key,
 * goes to the new owner; of the others nobody knows whether they were decided.
 */
final class OutgoingCommands {

    private static final Logger log = LoggerFactory.getLogger(OutgoingCommands.class);
    private static final int ATTEMPTS = 3;

    private final CommandBus local;
    private final Membership membership;
    private final WireFormat wire;
    private final Network network;
    private final RoutingMetrics metrics;
    private final int capacity;
    private final RemoteCommands remote = new RemoteCommands();
    private final Map<Address, Outbox> outboxes = new ConcurrentHashMap<>();

    /** How frames come to a member. */
    @FunctionalInterface
    interface Network {

        /** May wait. */
        void send(Address member, List<byte[]> frames) throws Exception;
    }

    /** @param capacity how many frames may wait to be sent to one member */
    OutgoingCommands(
            CommandBus local,
            Membership membership,
            WireFormat wire,
            Network network,
            RoutingMetrics metrics,
            int capacity) {
        this.local = local;
        this.membership = membership;
        this.wire = wire;
        this.network = network;
        this.metrics = metrics;
        this.capacity = capacity;
    }

    /** Has the owner decide the command. Never blocks. */
    void send(Member owner, CommandMessage<Object> command, CommandCallback<Object, Object> callback) {
        send(owner, command, callback, 1);
    }

    private void send(
            Member owner, CommandMessage<Object> command, CommandCallback<Object, Object> callback, int attempt) {
        Optional<Address> address = owner.local() ? Optional.empty() : owner.getConnectionEndpoint(Address.class);
        if (address.isEmpty()) {
            metrics.decidedHere();
            local.dispatch(command, callback);
            return;
        }
        RemoteCommand sent = remote.add(address.get(), command, callback, attempt);
        Outbox outbox = outbox(address.get());
        if (outbox.waiting() >= capacity) {
            if (remote.take(sent)) {
                sent.fail(Reason.OVERLOADED);
            }
            return;
        }
        metrics.sent();
        outbox.add(new CommandItem(sent));
        if (!membership.members().contains(address.get()) && remote.take(sent)) {
            // The member has gone after it was asked for: the look at what is under way to it may have missed this one.
            settle(sent);
        }
    }

    /** Tells another member what has become of its command. Never blocks. */
    void answer(Address to, Frame answer) {
        outbox(to).add(new AnswerItem(answer));
    }

    private Outbox outbox(Address member) {
        return outboxes.computeIfAbsent(member, to -> new Outbox(frames -> network.send(to, frames)));
    }

    /** Another member has answered. */
    void answered(Address from, Frame frame) {
        RemoteCommand command = remote.take(frame.id(), from);
        if (command == null) {
            return;
        }
        switch (frame) {
            case Frame.Answer answer -> command.answer(answer.result());
            case Frame.Declined declined -> {
                metrics.repeated();
                local.dispatch(command.command(), command.callbackOfNextAttempt());
            }
            case Frame.Command other -> throw new IllegalArgumentException("No answer: " + other.id());
            case Frame.Unreadable unreadable -> {
                metrics.unreadable();
                log.error("An answer of {} can't be read: {}", from, unreadable.reason());
                command.fail(Reason.OUTCOME_UNKNOWN);
            }
        }
    }

    /** The commands under way to these members; the caller settles them. */
    List<RemoteCommand> takeLost(Predicate<Address> owners) {
        return remote.takeAll(owners);
    }

    /** A command whose owner has gone has its outcome, or a new owner. */
    void settle(RemoteCommand lost) {
        boolean neverSent = lost.cancelSend();
        if (lost.attempt() < ATTEMPTS && (neverSent || lost.isSafeToRepeat())) {
            metrics.repeated();
            try {
                send(
                        membership.ownerOf(lost.command()),
                        lost.command(),
                        lost.callbackOfNextAttempt(),
                        lost.attempt() + 1);
            } catch (RuntimeException e) {
                lost.answer(new GenericCommandResultMessage<>(e));
            }
        } else {
            metrics.unknown();
            lost.fail(Reason.OUTCOME_UNKNOWN);
        }
    }

    /** Nobody waits for longer: an answer that was lost must not be kept in mind for ever. */
    void endLate() {
        for (RemoteCommand late : remote.takeOlderThan(GroupCommitSettings.PATIENCE)) {
            metrics.unknown();
            late.fail(Reason.OUTCOME_UNKNOWN);
        }
    }

    /** Whether nothing is under way in either direction. */
    boolean isEmpty() {
        return remote.isEmpty() && outboxes.values().stream().allMatch(outbox -> outbox.waiting() == 0);
    }

    void retain(Set<Address> members) {
        outboxes.keySet().retainAll(members);
    }

    private final class CommandItem implements Outbox.Item {

        private final RemoteCommand sent;

        CommandItem(RemoteCommand sent) {
            this.sent = sent;
        }

        @Override
        public byte @Nullable [] bytes() {
            byte[] bytes = wire.write(new Frame.Command(sent.id(), sent.since(), sent.command()));
            return sent.beginSend() ? bytes : null;
        }

        @Override
        public void failed() {
            if (remote.take(sent)) {
                settle(sent);
            }
        }
    }

    private final class AnswerItem implements Outbox.Item {

        private final Frame answer;

        AnswerItem(Frame answer) {
            this.answer = answer;
        }

        @Override
        public byte[] bytes() {
            return wire.write(answer);
        }

        @Override
        public void failed() {
            log.warn("The answer to command {} of another member is lost", answer.id());
        }
    }
}
