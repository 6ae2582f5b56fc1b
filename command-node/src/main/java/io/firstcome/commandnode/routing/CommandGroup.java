package io.firstcome.commandnode.routing;

import io.firstcome.commandnode.routing.Packet.Frames;
import io.firstcome.commandnode.routing.Packet.Hello;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.CommandMessageFilter;
import org.axonframework.commandhandling.distributed.CommandRouter;
import org.axonframework.commandhandling.distributed.Member;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.MergeView;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node as a member of the group of command nodes: who owns an aggregate, and the way to and from the others. */
final class CommandGroup implements CommandRouter, Receiver {

    private static final Logger log = LoggerFactory.getLogger(CommandGroup.class);
    private static final String NAME = "firstcome-command";
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration HELLO = Duration.ofSeconds(5);
    private static final Duration DRAIN_CHECK = Duration.ofMillis(50);
    /** So many looks in a row at which nothing is under way: the others know by then that this node leaves. */
    private static final int QUIET_CHECKS = 6;

    private final JChannel channel;
    private final WireFormat wire;
    private final RoutingMetrics metrics;
    private final LaneWaits waits;
    private final Membership membership = new Membership();
    private final OutgoingCommands outgoing;
    private final IncomingCommands incoming;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("command-group").daemon().factory());
    private volatile boolean leaving;
    private int quietChecks;

    /**
     * @param capacity how many frames may wait to be sent to one member
     * @param maxWait how much longer than usual a command may have been under way
     */
    CommandGroup(
            JChannel channel,
            CommandBus local,
            WireFormat wire,
            RoutingMetrics metrics,
            LaneWaits waits,
            int capacity,
            Duration maxWait) {
        this.channel = channel;
        this.wire = wire;
        this.metrics = metrics;
        this.waits = waits;
        this.outgoing = new OutgoingCommands(
                local,
                membership,
                wire,
                (to, frames) -> channel.send(new BytesMessage(to, Packet.write(new Frames(waits.own(), frames)))),
                metrics,
                capacity);
        this.incoming = new IncomingCommands(local, metrics, maxWait, outgoing::answer);
        metrics.members(() -> membership.members().size());
    }

    /** Joins the others, or begins the group. From then on commands are routed. */
    @SuppressWarnings("FutureReturnValueIgnored") // sweep reports its own failures
    void join() throws Exception {
        channel.setReceiver(this);
        channel.connect(NAME);
        sayHello();
        thread.scheduleWithFixedDelay(this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(this::sayHelloLater, HELLO.toMillis(), HELLO.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has the others send no more commands, answers those that are here, and leaves. From then on this node decides its own. */
    @SuppressWarnings("FutureReturnValueIgnored") // drained says when it is over
    void leave(Duration limit) throws InterruptedException {
        leaving = true;
        sayHello();
        CompletableFuture<Void> drained = new CompletableFuture<>();
        thread.scheduleWithFixedDelay(
                () -> checkDrained(drained), DRAIN_CHECK.toMillis(), DRAIN_CHECK.toMillis(), TimeUnit.MILLISECONDS);
        try {
            drained.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("Commands were still under way between this node and others after {}", limit);
        }
        membership.left();
        channel.close();
        thread.shutdownNow();
        outgoing.takeLost(owner -> true).forEach(outgoing::settle);
    }

    private void checkDrained(CompletableFuture<Void> drained) {
        quietChecks = incoming.isEmpty() && outgoing.isEmpty() ? quietChecks + 1 : 0;
        if (quietChecks >= QUIET_CHECKS) {
            drained.complete(null);
        }
    }

    @Override
    public Optional<Member> findDestination(CommandMessage<?> command) {
        return Optional.of(membership.ownerOf(command));
    }

    /** What this node handles is told by {@link #handles}. */
    @Override
    public void updateMembership(int loadFactor, CommandMessageFilter filter) {}

    /** Takes commands of that name from others, from the next view on. */
    void handles(String commandName) {
        wire.know(commandName);
    }

    /** Has the owner decide the command. Never blocks. */
    void send(Member owner, CommandMessage<Object> command, CommandCallback<Object, Object> callback) {
        outgoing.send(owner, command, callback);
    }

    @Override
    public void viewAccepted(View view) {
        Set<Address> members = Set.copyOf(view.getMembers());
        membership.view(channel.getAddress(), members);
        // What was under way while the group was split may be lost, whoever is there now.
        List<RemoteCommand> lost = outgoing.takeLost(owner -> view instanceof MergeView || !members.contains(owner));
        outgoing.retain(members);
        incoming.retain(members);
        waits.retain(members);
        log.info(
                "{} command nodes, {}; {} commands were under way to those who left",
                members.size(),
                view,
                lost.size());
        Thread.ofVirtual().name("command-group-view").start(() -> {
            sayHello();
            lost.forEach(outgoing::settle);
        });
    }

    /** One that was lost is said again some seconds later. */
    private void sayHelloLater() {
        Thread.ofVirtual().name("command-group-hello").start(this::sayHello);
    }

    private void sayHello() {
        if (!channel.isConnected()) {
            return;
        }
        try {
            channel.send(new BytesMessage(null, Packet.write(new Hello(wire.known(), leaving))));
        } catch (Exception e) {
            log.warn("The other command nodes were not told about this one: {}", e.toString());
        }
    }

    /** Called by threads of the network: nothing here waits. */
    @Override
    public void receive(Message message) {
        Address from = message.getSrc();
        boolean member = membership.members().contains(from);
        try {
            byte[] bytes = new byte[message.getLength()];
            System.arraycopy(message.getArray(), message.getOffset(), bytes, 0, bytes.length);
            switch (Packet.read(bytes)) {
                case Hello hello -> membership.hello(from, hello);
                case Frames frames -> {
                    waits.told(from, frames.longestWait());
                    take(from, member, frames.frames().stream().map(wire::read).toList());
                }
            }
        } catch (RuntimeException e) {
            metrics.unreadable();
            if (member) {
                log.error("A message of command node {} can't be read", from, e);
            }
        }
    }

    /** @param member whether the sender is in the same group: one that was left out does not know it yet */
    private void take(Address from, boolean member, List<Frame> frames) {
        List<Frame> answers = frames.stream().filter(frame -> !isCommand(frame)).toList();
        if (!answers.isEmpty()) {
            // Those who wait may do something before they return.
            Thread.ofVirtual()
                    .name("command-answers")
                    .start(() -> answers.forEach(answer -> outgoing.answered(from, answer)));
        }
        for (Frame frame : frames) {
            if (isCommand(frame) && !member) {
                outgoing.answer(from, new Frame.Declined(frame.id()));
            } else if (frame instanceof Frame.Command command) {
                incoming.take(from, command);
            } else if (frame instanceof Frame.Unreadable unreadable && unreadable.ofCommand()) {
                metrics.unreadable();
                log.error("A command of {} can't be read: {}", from, unreadable.reason());
                incoming.refuse(from, unreadable);
            }
        }
    }

    private static boolean isCommand(Frame frame) {
        return frame instanceof Frame.Command
                || (frame instanceof Frame.Unreadable unreadable && unreadable.ofCommand());
    }

    private void sweep() {
        try {
            outgoing.endLate();
        } catch (RuntimeException | Error e) {
            // What a scheduled task throws ends it for ever.
            log.warn("Commands without an answer are looked for again in a second", e);
        }
    }
}
