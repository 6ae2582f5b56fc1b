package io.firstcome.query.stock;

import io.firstcome.contract.StockErrorCode;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.stock.StockQuery.FindStock;
import io.firstcome.web.etag.EntityTags;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about stock over HTTP. */
@RestController
@RequestMapping("/api/v1/product/{productId}/stock")
@Tag(name = "Product")
class StockQueryController {

    private final QueryClient questions;

    StockQueryController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping
    @ForPublic
    @Operation(
            summary = "How much there is of a product",
            description =
                    "On hand = available + held. The numbers of the product are those of its options together, without"
                            + " pre-orders. The version is that of the stock, as POST /product/{productId}/stock has it in"
                            + " its ETag; it is not that of the product. The ETag covers the whole answer.")
    @Rejects(type = StockErrorCode.class, codes = "PRODUCT_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    ResponseEntity<StockView> findStock(
            @PathVariable @OpaqueId String productId,
            @Parameter(description = "The least version of the stock to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            @Parameter(hidden = true) HttpServletRequest request) {
        StockState stock = questions
                .find(new FindStock(productId, minVersion), StockState.class)
                .orElseThrow(() -> ProblemException.of(StockErrorCode.PRODUCT_NOT_FOUND, null));
        return EntityTags.answer(request, stock.version(), StockView.of(stock));
    }
}
