package io.firstcome.query.product;

import io.firstcome.contract.ProductErrorCode;
import io.firstcome.query.product.ProductQuery.FindProduct;
import io.firstcome.query.product.ProductQuery.FindProducts;
import io.firstcome.query.product.ProductQuery.Sort;
import io.firstcome.query.querying.KnownParameters;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.etag.EntityTags;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about products over HTTP. */
@RestController
@RequestMapping("/api/v1/product")
@Tag(name = "Product")
class ProductQueryController {

    private static final Set<String> LIST_PARAMETERS = Set.of("category", "sort", "limit", "cursor");

    private final QueryClient questions;

    ProductQueryController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping("/{productId}")
    @ForPublic
    @Operation(
            summary = "One product",
            description =
                    "The ETag covers the whole answer, which changes with the clock, too. How much of it there is:"
                            + " `GET /product/{productId}/stock`.")
    @Rejects(type = ProductErrorCode.class, codes = "PRODUCT_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    ResponseEntity<ProductView> findProduct(
            @PathVariable @OpaqueId String productId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            @Parameter(hidden = true) HttpServletRequest request) {
        ProductView view = questions
                .find(new FindProduct(productId, minVersion), ProductView.class)
                .orElseThrow(() -> ProblemException.of(ProductErrorCode.PRODUCT_NOT_FOUND, null));
        return EntityTags.answer(request, view.version(), view);
    }

    @GetMapping
    @ForPublic
    @Operation(
            summary = "The products that are not withdrawn",
            description =
                    "A cursor belongs to the order that it was given for. A product appears here shortly after it was"
                            + " created.")
    Page<ProductItem> listProducts(
            @Parameter(description = "Only products of exactly this category")
                    @RequestParam(required = false)
                    @Size(min = 1, max = 255)
                    @Nullable
                    String category,
            @Parameter(
                            description = "In what order: `newest` first, by `price`, by price downwards (`-price`), by"
                                    + " `name`; `newest` if absent")
                    @RequestParam(required = false)
                    @Pattern(regexp = "newest|price|-price|name")
                    @Nullable
                    String sort,
            Limit limit,
            @Nullable Cursor cursor,
            @Parameter(hidden = true) HttpServletRequest request) {
        KnownParameters.require(request, LIST_PARAMETERS);
        Sort order = sort == null ? Sort.NEWEST : Sort.of(sort).orElseThrow();
        ProductQuery.Place after = cursor == null ? null : ProductCursor.read(cursor, order);
        List<ProductItem> found =
                questions.list(new FindProducts(category, order, after, limit.value() + 1), ProductItem.class);
        boolean more = found.size() > limit.value();
        List<ProductItem> items = more ? found.subList(0, limit.value()) : found;
        return new Page<>(
                items, more ? ProductCursor.of(items.getLast().place(), order).encode() : null);
    }
}
