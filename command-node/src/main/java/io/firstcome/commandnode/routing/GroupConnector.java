package io.firstcome.commandnode.routing;

import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.callbacks.LoggingCallback;
import org.axonframework.commandhandling.distributed.CommandBusConnector;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** Axon's way from its distributed command bus to the group, and to this node's own command bus. */
final class GroupConnector implements CommandBusConnector {

    private final CommandGroup group;
    private final CommandBus local;

    GroupConnector(CommandGroup group, CommandBus local) {
        this.group = group;
        this.local = local;
    }

    @Override
    public <C> void send(Member destination, CommandMessage<? extends C> command) {
        send(destination, command, LoggingCallback.INSTANCE);
    }

    @Override
    @SuppressWarnings("unchecked") // the callback gets the command it came with, and the result of its handler
    public <C, R> void send(Member destination, CommandMessage<C> command, CommandCallback<? super C, R> callback) {
        group.send(destination, (CommandMessage<Object>) command, (CommandCallback<Object, Object>)
                (CommandCallback<?, ?>) callback);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        group.handles(commandName);
        return local.subscribe(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return local.registerHandlerInterceptor(handlerInterceptor);
    }

    @Override
    public Optional<CommandBus> localSegment() {
        return Optional.of(local);
    }
}
