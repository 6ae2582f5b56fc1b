package io.firstcome.command.order.rest;

import io.firstcome.command.admission.AdmissionCheck;
import io.firstcome.command.order.api.OrderCommand;
import io.firstcome.command.order.api.OrderCommand.CancelOrder;
import io.firstcome.command.order.api.OrderCommand.DeliverOrder;
import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.order.api.OrderCommand.ReturnOrder;
import io.firstcome.command.order.api.OrderCommand.ShipOrder;
import io.firstcome.command.order.lookup.Products;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.command.rest.OwnerCheck;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.ForOperator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to orders over HTTP. */
@RestController
@RequestMapping("/api/v1/order")
@Tag(name = "Order", description = "Orders: their pieces are held until they are paid, or free again")
public class OrderCommandController {

    private final OrderPlacement<PlaceOrderResponse> placement;
    private final Commands commands;
    private final Products products;
    private final AdmissionCheck admissionCheck;
    private final Clock clock;
    private final Duration hold;

    /**
     * @param hold how long pieces are held for the buyer to pay
     * @param patience how long a buyer waits for the decision
     */
    public OrderCommandController(
            Commands commands,
            OutcomeListener outcomes,
            Products products,
            AdmissionCheck admissionCheck,
            Clock clock,
            Duration hold,
            Duration patience) {
        this.placement =
                new OrderPlacement<>(commands, outcomes, patience, PlaceOrderResponse::of, PlaceOrderResponse::of);
        this.commands = commands;
        this.products = products;
        this.admissionCheck = admissionCheck;
        this.clock = clock;
        this.hold = hold;
    }

    @PostMapping
    @FastPath
    @ForCustomer
    @Operation(
            summary = "Order pieces of products",
            description =
                    "Answers with the decision: all pieces are held, or none is. When it takes longer, the answer is 202,"
                            + " and the order tells later.")
    @ApiResponse(responseCode = "201", description = "All pieces are held until holdExpiresAt")
    @ApiResponse(responseCode = "202", description = "It is not decided yet")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {
                "PRODUCT_NOT_FOUND",
                "SKU_NOT_FOUND",
                "OUT_OF_STOCK",
                "SALE_NOT_OPEN",
                "PRE_ORDER_NOT_OPEN",
                "LIMIT_PER_USER"
            })
    @Rejects(
            type = RoomErrorCode.class,
            codes = {"ADMISSION_REQUIRED", "ADMISSION_INVALID", "ADMISSION_EXPIRED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<PlaceOrderResponse> placeOrder(
            @Valid @RequestBody PlaceOrderRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency,
            @Nullable AdmissionHeader admission) {
        caller.requireSelfOrOperator(request.userId());
        AdmissionCheck.Request wanted = new AdmissionCheck.Request(request.userId(), admission, caller, idempotency);
        request.products()
                .forEach(product ->
                        admissionCheck.require(new ProtectedItem(ProtectedItem.Type.PRODUCT, product.value()), wanted));
        PlaceOrder command =
                request.toCommand(new OrderId(UUID.randomUUID().toString()), unknown(request), hold, clock.instant());
        return placement.place(command, caller, idempotency);
    }

    /** Not a rejection yet: an earlier request under the same key may have been accepted or refused. The order tells. */
    private @Nullable ProductId unknown(PlaceOrderRequest request) {
        return request.products().stream()
                .filter(product -> !products.exist(product))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/{orderId}/cancel")
    @ForCustomer
    @Operation(
            summary = "Cancel an order that was not sent",
            description = "What was paid is given back, which may take a moment; the order is then REFUNDED.")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {"ORDER_NOT_FOUND", "ORDER_NOT_CANCELLABLE"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<OrderStatusResponse> cancelOrder(
            @PathVariable @OpaqueId String orderId, Caller caller, @Nullable IdempotentRequest idempotency) {
        CancelOrder command = new CancelOrder(new OrderId(orderId), OwnerCheck.askedBy(caller), clock.instant());
        return send(command, "CANCELLED", caller, idempotency);
    }

    @PostMapping("/{orderId}/ship")
    @ForOperator
    @Operation(summary = "Tell that a paid order was sent")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {"ORDER_NOT_FOUND", "ORDER_NOT_PAID"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<OrderStatusResponse> shipOrder(
            @PathVariable @OpaqueId String orderId, Caller caller, @Nullable IdempotentRequest idempotency) {
        return send(new ShipOrder(new OrderId(orderId), clock.instant()), "SHIPPED", caller, idempotency);
    }

    @PostMapping("/{orderId}/deliver")
    @ForOperator
    @Operation(summary = "Tell that an order arrived")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {"ORDER_NOT_FOUND", "ORDER_NOT_SHIPPED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<OrderStatusResponse> deliverOrder(
            @PathVariable @OpaqueId String orderId, Caller caller, @Nullable IdempotentRequest idempotency) {
        return send(new DeliverOrder(new OrderId(orderId), clock.instant()), "DELIVERED", caller, idempotency);
    }

    @PostMapping("/{orderId}/return")
    @ForCustomer
    @Operation(
            summary = "Send back an order, up to a day after it arrived",
            description = "What was paid is given back, which may take a moment; the order is then REFUNDED.")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {"ORDER_NOT_FOUND", "ORDER_NOT_RETURNABLE"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<OrderStatusResponse> returnOrder(
            @PathVariable @OpaqueId String orderId, Caller caller, @Nullable IdempotentRequest idempotency) {
        ReturnOrder command = new ReturnOrder(new OrderId(orderId), OwnerCheck.askedBy(caller), clock.instant());
        return send(command, "DELIVERED", caller, idempotency);
    }

    /** @param status what the order then is */
    private ResponseEntity<OrderStatusResponse> send(
            OrderCommand command, String status, Caller caller, @Nullable IdempotentRequest idempotency) {
        return commands.send(command, OrderEvent.class, caller, idempotency)
                .toResponse(HttpStatus.OK, event -> OrderStatusResponse.of(event.orderId(), status));
    }
}
