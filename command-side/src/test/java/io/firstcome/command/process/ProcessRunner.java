package io.firstcome.command.process;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.jspecify.annotations.Nullable;

/**
 * One processing group with the real sagas. Its units of work crash now and then, after any of their commands, and are done again.
 */
final class ProcessRunner {

    /** What happens to the commands and the state of a unit of work that crashes. */
    enum Crash {
        /** As it is: the state is undone, and the event comes again. */
        UNDONE,
        /** As it must not be: the state is kept, though commands were not carried out. */
        COMMANDS_LOST
    }

    private final ShopInMemory world;
    private final MemorySagas sagas;
    private final MemoryExpiries expiries;
    private final MemoryGateway gateway;
    private final Crash crash;
    private final UnaryOperator<AggregateCommand> onTheWay;
    private final List<AnnotatedSagaManager<?>> managers = new ArrayList<>();
    private final List<AnnotationEventHandlerAdapter> handlers = new ArrayList<>();
    private final List<AggregateCommand> outbox = new ArrayList<>();
    private final ParameterResolverFactory parameters;
    private int position;

    /** @param onTheWay what becomes of a command between the process and its aggregate */
    ProcessRunner(
            ShopInMemory world,
            MemorySagas sagas,
            MemoryExpiries expiries,
            MemoryGateway gateway,
            Crash crash,
            UnaryOperator<AggregateCommand> onTheWay) {
        this.world = world;
        this.sagas = sagas;
        this.expiries = expiries;
        this.gateway = gateway;
        this.crash = crash;
        this.onTheWay = onTheWay;
        ProcessCommands steps = steps();
        this.parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(ShopInMemory.class),
                new SimpleResourceParameterResolverFactory(List.of(steps, gateway)));
    }

    ProcessCommands steps() {
        return outbox::add;
    }

    <T> ProcessRunner saga(Class<T> type) {
        managers.add(AnnotatedSagaManager.<T>builder()
                .sagaType(type)
                .sagaRepository(AnnotatedSagaRepository.<T>builder()
                        .sagaType(type)
                        .sagaStore(sagas)
                        .parameterResolverFactory(parameters)
                        .build())
                .parameterResolverFactory(parameters)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build());
        return this;
    }

    ProcessRunner handler(Object handler) {
        handlers.add(new AnnotationEventHandlerAdapter(handler, parameters));
        return this;
    }

    boolean isBehind() {
        return position < world.events().size();
    }

    /** Handles the next event; after a crash it is still the next. */
    void handleNext() {
        EventMessage<?> event = world.events().get(position);
        boolean done = transaction(event, () -> {
            for (AnnotationEventHandlerAdapter handler : handlers) {
                if (handler.canHandle(event)) {
                    handler.handle(event);
                }
            }
            for (AnnotatedSagaManager<?> manager : managers) {
                if (manager.canHandle(event, Segment.ROOT_SEGMENT)) {
                    manager.handle(event, Segment.ROOT_SEGMENT);
                }
            }
            return null;
        });
        if (done) {
            position++;
        }
    }

    private boolean transaction(EventMessage<?> message, Callable<@Nullable Object> work) {
        List<Runnable> undo = List.of(sagas.undo(), expiries.undo(), gateway.undo());
        outbox.clear();
        ResultMessage<?> result = new DefaultUnitOfWork<>(message).executeWithResult(work);
        if (result.isExceptional()) {
            throw new IllegalStateException("A process failed on " + message.getPayload(), result.exceptionResult());
        }
        List<AggregateCommand> commands = inSomeOrder(outbox);
        boolean crashed = world.chance(15);
        int carriedOut = crashed ? world.random().nextInt(commands.size() + 1) : commands.size();
        commands.subList(0, carriedOut).forEach(this::carryOut);
        if (crashed && crash == Crash.UNDONE) {
            undo.forEach(Runnable::run);
            return false;
        }
        return true;
    }

    /** A command of a process is never refused. */
    void carryOut(AggregateCommand command) {
        RejectionCode rejection = world.execute(onTheWay.apply(command));
        if (rejection != null) {
            throw new IllegalStateException(command + " would be dead-lettered: " + rejection);
        }
    }

    /** Commands to one aggregate keep their order; those to several do not. */
    private List<AggregateCommand> inSomeOrder(List<AggregateCommand> commands) {
        Map<String, List<AggregateCommand>> lanes = new HashMap<>();
        commands.forEach(command -> lanes.computeIfAbsent(command.aggregateId(), id -> new ArrayList<>())
                .add(command));
        List<List<AggregateCommand>> left = new ArrayList<>(lanes.values());
        List<AggregateCommand> ordered = new ArrayList<>(commands.size());
        while (!left.isEmpty()) {
            List<AggregateCommand> lane = left.get(world.random().nextInt(left.size()));
            ordered.add(lane.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return ordered;
    }
}
