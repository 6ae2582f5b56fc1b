package io.firstcome.command.product.rest;

import io.firstcome.command.product.api.ProductCommand.WithdrawProduct;
import io.firstcome.command.rest.CommandAnswer;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.contract.ProductErrorCode;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
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

/**
 * Commands to products over HTTP.
 *
 * <p>The second command of a request goes to the product's stock. It is idempotent, so it is sent for a replayed answer,
 * too: the first time it may not have come that far. It carries no key, for the key has the answer of the first. When it is not
 * taken, the answer is that of the first all the same, since that is done, and a process sends the second again.
 */
@RestController
@RequestMapping("/api/v1/product")
@Tag(name = "Product", description = "Products, what they cost, and how much of them there is")
public class ProductCommandController {

    private final Commands commands;
    private final Clock clock;

    ProductCommandController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping
    @ForOperator
    @Operation(summary = "Put a product into the catalogue and on sale")
    @ApiResponse(responseCode = "201", description = "The product is there and can be ordered within its sale window")
    @Rejects(type = ProductErrorCode.class, codes = "PRODUCT_EXISTS")
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<ProductResponse> createProduct(
            @Valid @RequestBody CreateProductRequest request, Caller caller, @Nullable IdempotentRequest idempotency) {
        CommandAnswer<ProductCreated> created =
                commands.send(request.toCommand(clock.instant()), ProductCreated.class, caller, idempotency);
        alsoTell(new OpenStock(created.payload()), caller);
        return created.toResponse(HttpStatus.CREATED, ProductResponse::of);
    }

    @PostMapping("/{productId}/withdraw")
    @ForOperator
    @Operation(summary = "Take a product off sale for good; what is held or paid stays so")
    @Rejects(
            type = ProductErrorCode.class,
            codes = {"PRODUCT_NOT_FOUND", "PRODUCT_WITHDRAWN"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<WithdrawProductResponse> withdrawProduct(
            @PathVariable @OpaqueId String productId, Caller caller, @Nullable IdempotentRequest idempotency) {
        CommandAnswer<ProductWithdrawn> withdrawn = commands.send(
                new WithdrawProduct(new ProductId(productId), clock.instant()),
                ProductWithdrawn.class,
                caller,
                idempotency);
        alsoTell(new CloseSale(withdrawn.payload()), caller);
        return withdrawn.toResponse(HttpStatus.OK, WithdrawProductResponse::of);
    }

    private void alsoTell(StockCommand command, Caller caller) {
        try {
            commands.send(command, Object.class, caller, null);
        } catch (ProblemException notTaken) {
            // The process ProductListing sends it until it is.
        }
    }
}
