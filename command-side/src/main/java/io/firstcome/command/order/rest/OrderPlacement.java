package io.firstcome.command.order.rest;

import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.order.lookup.Products;
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
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.ProductId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Takes an order and waits for what the stocks decide. */
final class OrderPlacement {

    private final Commands commands;
    private final OutcomeListener outcomes;
    private final Products products;
    private final Duration hold;
    private final Duration patience;

    OrderPlacement(Commands commands, OutcomeListener outcomes, Products products, Duration hold, Duration patience) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.products = products;
        this.hold = hold;
        this.patience = patience;
    }

    ResponseEntity<PlaceOrderResponse> place(
            PlaceOrderRequest request, Instant at, Caller caller, @Nullable IdempotentRequest idempotency) {
        OrderId orderId = new OrderId(UUID.randomUUID().toString());
        PlaceOrder command = request.toCommand(orderId, unknown(request), hold, at);
        try (OutcomeSubscription subscription = outcomes.subscribe(List.of(orderId.toString()))) {
            CommandAnswer<OrderPlaced> placed = commands.send(command, OrderPlaced.class, caller, idempotency);
            return placed.replayed()
                    ? again(placed)
                    : answer(placed, subscription.await(OrderPlacement::decided, patience));
        }
    }

    /** Not a rejection yet: an earlier request under the same key may have been accepted or refused. The order tells. */
    private @Nullable ProductId unknown(PlaceOrderRequest request) {
        return request.products().stream()
                .filter(product -> !products.exist(product))
                .findFirst()
                .orElse(null);
    }

    /** What became of the order that an earlier request under the same key has placed. */
    private ResponseEntity<PlaceOrderResponse> again(CommandAnswer<OrderPlaced> placed) {
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

    private static ResponseEntity<PlaceOrderResponse> answer(
            CommandAnswer<OrderPlaced> placed, Optional<CommittedEvent> decision) {
        if (decision.isEmpty()) {
            return placed.toResponse(HttpStatus.ACCEPTED, event -> PlaceOrderResponse.of(event, "PENDING"));
        }
        CommittedEvent decided = decision.get();
        return switch (decided.event()) {
            case OrderConfirmed confirmed ->
                new CommandAnswer<>(confirmed, decided.version(), placed.replayed())
                        .toResponse(HttpStatus.CREATED, PlaceOrderResponse::of);
            case OrderRejected rejected ->
                throw placed.problem(OrderErrorCode.valueOf(rejected.reason().name()), decided);
            // Somebody was faster than the stocks.
            case OrderCancelled cancelled -> ended(placed, decided, "CANCELLED");
            default -> ended(placed, decided, "EXPIRED");
        };
    }

    private static ResponseEntity<PlaceOrderResponse> ended(
            CommandAnswer<OrderPlaced> placed, CommittedEvent decided, String status) {
        return new CommandAnswer<>(placed.payload(), decided.version(), placed.replayed())
                .toResponse(HttpStatus.ACCEPTED, event -> PlaceOrderResponse.of(event, status));
    }
}
