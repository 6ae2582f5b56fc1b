package io.firstcome.command.order.rest;

import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.rest.CommandAnswer;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.CommittedEvent;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.command.rest.OutcomeSubscription;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Takes an order and waits for what the stocks, or the date, decide.
 *
 * @param <B> what the answer shows of it
 */
final class OrderPlacement<B> {

    private final Commands commands;
    private final OutcomeListener outcomes;
    private final Duration patience;
    private final Function<OrderConfirmed, B> held;
    private final BiFunction<OrderPlaced, String, B> notHeld;

    /**
     * @param held the body when all is held
     * @param notHeld the body when it is not decided yet, or ended before it was, and that status
     */
    OrderPlacement(
            Commands commands,
            OutcomeListener outcomes,
            Duration patience,
            Function<OrderConfirmed, B> held,
            BiFunction<OrderPlaced, String, B> notHeld) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.patience = patience;
        this.held = held;
        this.notHeld = notHeld;
    }

    ResponseEntity<B> place(PlaceOrder command, Caller caller, @Nullable IdempotentRequest idempotency) {
        try (OutcomeSubscription subscription = outcomes.subscribe(List.of(command.aggregateId()))) {
            CommandAnswer<OrderPlaced> placed = commands.send(command, OrderPlaced.class, caller, idempotency);
            return placed.replayed()
                    ? again(placed)
                    : answer(placed, subscription.await(OrderPlacement::decided, patience));
        }
    }

    /** What became of the order that an earlier request under the same key has placed. */
    private ResponseEntity<B> again(CommandAnswer<OrderPlaced> placed) {
        try (OutcomeSubscription subscription =
                outcomes.subscribe(List.of(placed.payload().orderId().toString()))) {
            return answer(
                    placed,
                    subscription
                            .stored(OrderPlacement::decided)
                            .or(() -> subscription.await(OrderPlacement::decided, patience)));
        }
    }

    private static Optional<CommittedEvent> decided(CommittedEvent happened) {
        return switch (happened.event()) {
            case OrderConfirmed confirmed -> Optional.of(happened);
            case OrderRejected rejected -> Optional.of(happened);
            case OrderCancelled cancelled -> Optional.of(happened);
            case OrderExpired expired -> Optional.of(happened);
            default -> Optional.empty();
        };
    }

    private ResponseEntity<B> answer(CommandAnswer<OrderPlaced> placed, Optional<CommittedEvent> decision) {
        if (decision.isEmpty()) {
            return placed.toResponse(HttpStatus.ACCEPTED, event -> notHeld.apply(event, "PENDING"));
        }
        CommittedEvent decided = decision.get();
        return switch (decided.event()) {
            case OrderConfirmed confirmed ->
                new CommandAnswer<>(confirmed, decided.version(), placed.replayed())
                        .toResponse(HttpStatus.CREATED, held);
            case OrderRejected rejected -> throw refusal(placed, rejected, decided);
            // Somebody was faster than the stocks.
            case OrderCancelled cancelled -> ended(placed, decided, "CANCELLED");
            default -> ended(placed, decided, "EXPIRED");
        };
    }

    private static ProblemException refusal(
            CommandAnswer<OrderPlaced> placed, OrderRejected rejected, CommittedEvent decided) {
        ProblemException problem =
                placed.problem(OrderErrorCode.valueOf(rejected.reason().name()), decided);
        return rejected.seats() == null ? problem : problem.withMember("seats", rejected.seats());
    }

    private ResponseEntity<B> ended(CommandAnswer<OrderPlaced> placed, CommittedEvent decided, String status) {
        return new CommandAnswer<>(placed.payload(), decided.version(), placed.replayed())
                .toResponse(HttpStatus.ACCEPTED, event -> notHeld.apply(event, status));
    }
}
