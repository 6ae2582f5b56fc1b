package io.firstcome.command.admission;

import io.firstcome.command.concert.api.DateCommand.CountSeats;
import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.stock.api.StockCommand.CountStock;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.waitingroom.ProtectedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** A bus that knows how many pieces of each thing there are, and accepts all other commands, unless it is told to fail. */
final class AnsweringBus implements CommandBus {

    private final List<Object> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Long> pieces = new HashMap<>();
    private Predicate<AggregateCommand> failing = command -> false;

    /** So many pieces of it can still be had; without it, the thing does not exist. */
    AnsweringBus has(ProtectedItem item, long count) {
        String prefix =
                switch (item.type()) {
                    case COUPON -> "coupon:";
                    case PRODUCT -> "stock:";
                    case CONCERT_DATE -> "concert-date:";
                };
        pieces.put(prefix + item.id(), count);
        return this;
    }

    /** These commands are not carried out. */
    void failOn(Predicate<AggregateCommand> commands) {
        failing = commands;
    }

    /** All commands in their order. */
    List<Object> sent() {
        return sent;
    }

    /** All of this kind. */
    <C> List<C> sent(Class<C> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        throw new IllegalStateException("Who sends wants an answer");
    }

    @Override
    @SuppressWarnings("unchecked") // an answer is an answer
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        sent.add(command.getPayload());
        callback.onResult(command, (CommandResultMessage<? extends R>) answer((AggregateCommand) command.getPayload()));
    }

    private CommandResultMessage<?> answer(AggregateCommand command) {
        if (failing.test(command)) {
            return new GenericCommandResultMessage<>(new IllegalStateException("The lane is busy"));
        }
        if (!(command instanceof CountPieces || command instanceof CountStock || command instanceof CountSeats)) {
            return new GenericCommandResultMessage<>((Object) null);
        }
        Long count = pieces.get(command.aggregateId());
        return count == null
                ? new GenericCommandResultMessage<>(new RejectedException(command.whenUnknown()))
                : new GenericCommandResultMessage<>(count);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        throw new IllegalStateException("It only answers");
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        throw new IllegalStateException("It only answers");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        throw new IllegalStateException("It only answers");
    }
}
