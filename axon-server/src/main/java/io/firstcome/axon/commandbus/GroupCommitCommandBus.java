package io.firstcome.axon.commandbus;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.idempotency.IdempotencyKey;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.LoggingCallback;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.distributed.UnresolvedRoutingKeyPolicy;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A command bus that commits many commands at once.
 *
 * <p>A bus that commits once per command while it holds the aggregate's lock runs a hot aggregate at the latency of one
 * commit. Here commands queue in lanes by routing key. A lane handles all that has gathered in one unit of work and one
 * transaction, and each caller gets its own answer after the commit. A command that comes alone is handled at once.
 *
 * <p>Handlers may run more than once for one command: when a batch is rolled back, its commands are handled again one at
 * a time. So a handler must be free of side effects and must refuse before it applies its first event.
 *
 * <p>Answers other than the handler's own are a {@link CommandNotAcceptedException}.
 */
public final class GroupCommitCommandBus implements CommandBus {

    private final Map<String, MessageHandler<? super CommandMessage<?>>> handlers = new ConcurrentHashMap<>();
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> handlerInterceptors =
            new CopyOnWriteArrayList<>();
    private final List<MessageDispatchInterceptor<? super CommandMessage<?>>> dispatchInterceptors =
            new CopyOnWriteArrayList<>();
    private final RoutingStrategy routing = AnnotationRoutingStrategy.builder()
            .fallbackRoutingStrategy(UnresolvedRoutingKeyPolicy.RANDOM_KEY)
            .build();
    private final Set<IdempotencyKey> keysInUse = ConcurrentHashMap.newKeySet();
    private final RejectionCache rejections;
    private final List<Lane> lanes;

    /** @param aggregates the ones that the handlers of this bus load */
    public GroupCommitCommandBus(
            GroupCommitSettings settings,
            TransactionManager transactions,
            IdempotencyStore idempotency,
            Serializer resultSerializer,
            MeterRegistry metrics,
            AggregateMemory aggregates) {
        this.rejections = new RejectionCache(settings.standing());
        DuplicateMode repeats = new DuplicateMode();
        this.lanes = IntStream.range(0, settings.lanes())
                .mapToObj(number -> {
                    LaneCaches caches =
                            new LaneCaches(aggregates, rejections, id -> laneOf(id, settings.lanes()) == number);
                    return new Lane(
                            number,
                            settings,
                            new BatchRunner(
                                    transactions,
                                    handlerInterceptors,
                                    caches,
                                    idempotency,
                                    repeats,
                                    resultSerializer,
                                    metrics));
                })
                .toList();
        Gauge.builder("firstcome.group.commit.waiting", this, GroupCommitCommandBus::waiting)
                .description("Commands that wait in the lanes")
                .register(metrics);
        handlerInterceptors.add(new UnknownAggregateInterceptor());
    }

    public void start() {
        lanes.forEach(Lane::start);
    }

    /** Takes no more commands, handles those that are queued, and returns whether all ended within {@code patience}. */
    public boolean stop(Duration patience) throws InterruptedException {
        boolean ended = true;
        for (Lane lane : lanes) {
            ended &= lane.stop(patience);
        }
        return ended;
    }

    /** How long the one that has waited for the longest time in a lane has waited. */
    public Duration longestWait() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                lanes.stream().mapToLong(lane -> lane.longestWait(now)).max().orElse(0));
    }

    /** How many commands wait in the lanes. */
    public int waiting() {
        return lanes.stream().mapToInt(Lane::waiting).sum();
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, LoggingCallback.INSTANCE);
    }

    @Override
    @SuppressWarnings("unchecked") // the callback gets the command it came with, and the result of its handler
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandMessage<?> intercepted = command;
        for (MessageDispatchInterceptor<? super CommandMessage<?>> interceptor : dispatchInterceptors) {
            intercepted = (CommandMessage<?>) interceptor.handle(intercepted);
        }
        submit(intercepted, (CommandCallback<Object, Object>) (CommandCallback<?, ?>) callback);
    }

    private void submit(CommandMessage<?> command, CommandCallback<Object, Object> callback) {
        MessageHandler<? super CommandMessage<?>> handler = handlers.get(command.getCommandName());
        if (handler == null) {
            throw new NoHandlerForCommandException("Nothing handles " + command.getCommandName());
        }
        IdempotencyKey key = keyOf(command);
        boolean taken = key != null && !keysInUse.add(key);
        Runnable beforeAnswer = key == null || taken ? () -> {} : () -> keysInUse.remove(key);
        PendingCommand pending = new PendingCommand(command, handler, callback, key, beforeAnswer);
        if (taken) {
            pending.fail(Reason.IDEMPOTENCY_KEY_IN_USE);
        } else if (key != null || !refusedAsItStands(pending)) {
            laneOf(command).submit(pending);
        }
    }

    /**
     * Answers in the caller's thread what a committed state refuses: no lane, no transaction, no database. A rejection under a key has
     * to be stored, so it is for the lane.
     */
    private boolean refusedAsItStands(PendingCommand pending) {
        RejectionCode code = rejections.of(pending.command().getPayload());
        if (code != null) {
            new Outcome.Rejected(Rejection.of(code), null).answer(pending, false, pending.traceId());
        }
        return code != null;
    }

    private Lane laneOf(CommandMessage<?> command) {
        String key = command.getPayload() instanceof AggregateCommand known
                ? known.aggregateId()
                : routing.getRoutingKey(command);
        return lanes.get(laneOf(key, lanes.size()));
    }

    private static int laneOf(String aggregateId, int lanes) {
        return Math.floorMod(aggregateId.hashCode(), lanes);
    }

    private static @Nullable IdempotencyKey keyOf(CommandMessage<?> command) {
        Object key = command.getMetaData().get(CommandMetaData.IDEMPOTENCY_KEY);
        Object userId = command.getMetaData().get(CommandMetaData.USER_ID);
        return key == null || userId == null ? null : new IdempotencyKey(userId.toString(), key.toString());
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        MessageHandler<? super CommandMessage<?>> other = handlers.putIfAbsent(commandName, handler);
        if (other != null && !other.equals(handler)) {
            throw new IllegalStateException("Two handlers for " + commandName);
        }
        return () -> handlers.remove(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        // Before the rejection interceptor, which stays next to the handler.
        handlerInterceptors.add(handlerInterceptors.size() - 1, handlerInterceptor);
        return () -> handlerInterceptors.remove(handlerInterceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        dispatchInterceptors.add(dispatchInterceptor);
        return () -> dispatchInterceptors.remove(dispatchInterceptor);
    }
}
