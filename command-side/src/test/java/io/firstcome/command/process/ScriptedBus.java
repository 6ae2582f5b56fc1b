package io.firstcome.command.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** A bus that answers as it was told to, one answer after the other, and then accepts. */
final class ScriptedBus implements CommandBus {

    private final Deque<Function<CommandMessage<?>, CommandResultMessage<?>>> script = new ArrayDeque<>();
    private final List<CommandMessage<?>> dispatched = new ArrayList<>();

    ScriptedBus failing(Throwable failure) {
        script.add(command -> new GenericCommandResultMessage<>(failure));
        return this;
    }

    ScriptedBus accepting() {
        script.add(command -> new GenericCommandResultMessage<>("done"));
        return this;
    }

    List<CommandMessage<?>> dispatched() {
        return dispatched;
    }

    List<Object> commands() {
        return dispatched.stream().<Object>map(CommandMessage::getPayload).toList();
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        throw new IllegalStateException("A step wants its answer");
    }

    @Override
    @SuppressWarnings("unchecked") // an answer is an answer
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        dispatched.add(command);
        Function<CommandMessage<?>, CommandResultMessage<?>> answer = script.poll();
        CommandResultMessage<?> result =
                answer == null ? new GenericCommandResultMessage<>("done") : answer.apply(command);
        callback.onResult(command, (CommandResultMessage<? extends R>) result);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        throw new IllegalStateException("The steps only dispatch");
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        throw new IllegalStateException("The steps only dispatch");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        throw new IllegalStateException("The steps only dispatch");
    }
}
