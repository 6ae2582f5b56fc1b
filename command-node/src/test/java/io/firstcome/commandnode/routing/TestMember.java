package io.firstcome.commandnode.routing;

import io.firstcome.axon.serialization.Serializers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jgroups.JChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A member of a group on loopback. Its lanes answer each {@link Ping} with the name of the member, or not at all. */
final class TestMember implements AutoCloseable {

    private final String name;
    private final JChannel channel;
    private final CommandGroup group;
    private final DistributedCommandBus bus;
    private final AtomicBoolean silent = new AtomicBoolean();
    final Queue<CommandMessage<?>> decided = new ConcurrentLinkedQueue<>();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private TestMember(String name, RoutingProperties properties) {
        this.name = name;
        try {
            channel = GroupStack.channel(properties, new DriverManagerDataSource());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        CommandBus lanes = new Lanes();
        group = new CommandGroup(
                channel,
                lanes,
                new WireFormat(Serializers.general()),
                new RoutingMetrics(metrics),
                new LaneWaits(() -> Duration.ZERO),
                1_000,
                Duration.ofSeconds(3));
        bus = DistributedCommandBus.builder()
                .commandRouter(group)
                .connector(new GroupConnector(group, lanes))
                .build();
        bus.subscribe(Ping.class.getName(), command -> "");
    }

    /** Ports of members that find each other. */
    static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestMember join(int port, List<Integer> ports, @Nullable String secret) {
        TestMember member = new TestMember(
                "at " + port,
                new RoutingProperties(
                        true,
                        "127.0.0.1",
                        port,
                        ports.stream().map(other -> "127.0.0.1:" + other).toList(),
                        secret,
                        Duration.ofSeconds(4)));
        try {
            member.group.join();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return member;
    }

    String name() {
        return name;
    }

    /** How many members there are by its view. */
    int members() {
        return (int) metrics.get("firstcome.routing.members").gauge().value();
    }

    /** Whether it owns the aggregate, as it sees it. */
    boolean owns(String aggregateId) {
        return group.findDestination(new GenericCommandMessage<Object>(new Ping(aggregateId)))
                .orElseThrow()
                .local();
    }

    /** Which of many aggregates it owns. */
    List<String> owned(Stream<String> aggregateIds) {
        return aggregateIds.filter(this::owns).toList();
    }

    CompletableFuture<CommandResultMessage<?>> send(String aggregateId, Map<String, Object> metaData) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.dispatch(
                new GenericCommandMessage<Object>(new Ping(aggregateId), metaData),
                (command, result) -> answer.complete(result));
        return answer;
    }

    /** It takes commands and answers none. */
    void fallSilent() {
        silent.set(true);
    }

    double failures(String kind) {
        return metrics.get("firstcome.routing.failures")
                .tag("kind", kind)
                .counter()
                .count();
    }

    /** It leaves as a node that is stopped does. */
    void leave() {
        try {
            group.leave(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It ends without a word to the commands under way. */
    @Override
    public void close() {
        channel.close();
    }

    private final class Lanes implements CommandBus {

        @Override
        public <C> void dispatch(CommandMessage<C> command) {
            dispatch(command, NoOpCallback.INSTANCE);
        }

        @Override
        @SuppressWarnings("unchecked") // the answer is a text
        public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
            decided.add(command);
            if (!silent.get()) {
                ((CommandCallback<C, Object>) callback).onResult(command, new GenericCommandResultMessage<>(name));
            }
        }

        @Override
        public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
            return () -> true;
        }

        @Override
        public Registration registerDispatchInterceptor(
                MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
            return () -> true;
        }

        @Override
        public Registration registerHandlerInterceptor(
                MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
            return () -> true;
        }
    }
}
