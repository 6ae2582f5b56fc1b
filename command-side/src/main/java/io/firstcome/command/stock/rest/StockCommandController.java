package io.firstcome.command.stock.rest;

import io.firstcome.command.rest.Commands;
import io.firstcome.command.stock.api.StockCommand.CancelPreOrder;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.StockEvent.PreOrderCancelled;
import io.firstcome.events.stock.StockEvent.PreOrderOpened;
import io.firstcome.events.stock.StockEvent.StockReceived;
import io.firstcome.events.stock.StockId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForOperator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to the stock of a product over HTTP. */
@RestController
@RequestMapping("/api/v1/product/{productId}")
@Tag(name = "Product")
public class StockCommandController {

    private final Commands commands;
    private final Clock clock;

    StockCommandController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/stock")
    @ForOperator
    @Operation(summary = "Add pieces that came in to the stock")
    @Rejects(
            type = StockErrorCode.class,
            codes = {"PRODUCT_NOT_FOUND", "SKU_NOT_FOUND"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<ReceiveStockResponse> receiveStock(
            @PathVariable @OpaqueId String productId,
            @Valid @RequestBody ReceiveStockRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        return commands.send(
                        request.toCommand(new StockId(productId), clock.instant()),
                        StockReceived.class,
                        caller,
                        idempotency)
                .toResponse(HttpStatus.OK, ReceiveStockResponse::of);
    }

    @PostMapping("/pre-order")
    @ForOperator
    @Operation(summary = "Let an option be pre-ordered, from a quantity of its own, one piece a user")
    @ApiResponse(responseCode = "201", description = "It can be pre-ordered within its window")
    @Rejects(
            type = StockErrorCode.class,
            codes = {"PRODUCT_NOT_FOUND", "SKU_NOT_FOUND", "PRE_ORDER_EXISTS"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<PreOrderResponse> openPreOrder(
            @PathVariable @OpaqueId String productId,
            @Valid @RequestBody OpenPreOrderRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        return commands.send(
                        request.toCommand(new StockId(productId), clock.instant()),
                        PreOrderOpened.class,
                        caller,
                        idempotency)
                .toResponse(HttpStatus.CREATED, PreOrderResponse::of);
    }

    @PostMapping("/pre-order/cancel")
    @ForOperator
    @Operation(summary = "End a pre-order; what is pre-ordered stays so")
    @Rejects(
            type = StockErrorCode.class,
            codes = {"PRODUCT_NOT_FOUND", "SKU_NOT_FOUND", "PRE_ORDER_NOT_FOUND"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<CancelPreOrderResponse> cancelPreOrder(
            @PathVariable @OpaqueId String productId,
            @Valid @RequestBody(required = false) @Nullable CancelPreOrderRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        String skuId = request == null ? null : request.skuId();
        CancelPreOrder command =
                new CancelPreOrder(new StockId(productId), skuId == null ? null : new SkuId(skuId), clock.instant());
        return commands.send(command, PreOrderCancelled.class, caller, idempotency)
                .toResponse(HttpStatus.OK, CancelPreOrderResponse::of);
    }
}
