package io.firstcome.query.bestseller;

import io.firstcome.query.bestseller.BestSellerQuery.FindBestSellers;
import io.firstcome.query.querying.KnownParameters;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Best sellers over HTTP. No product can have the id that this path would be. */
@RestController
@RequestMapping("/api/v1/product/best-sellers")
@Tag(name = "Product")
class BestSellerController {

    private static final Set<String> PARAMETERS = Set.of("period", "limit");

    private final QueryClient questions;

    BestSellerController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping
    @ForPublic
    @Operation(
            summary = "The products that sold most",
            description =
                    "Pieces sold less pieces returned, by days of UTC: `day` is today since midnight, `3days` and `week`"
                            + " are today and the two or six days before. The list may be a second old and has no second part.")
    Page<BestSeller> listBestSellers(
            @Parameter(description = "Over which days; `day` if absent")
                    @RequestParam(required = false)
                    @Pattern(regexp = "day|3days|week")
                    @Nullable
                    String period,
            Limit limit,
            @Parameter(hidden = true) HttpServletRequest request) {
        KnownParameters.require(request, PARAMETERS);
        BestSellerPeriod days = period == null
                ? BestSellerPeriod.DAY
                : BestSellerPeriod.of(period).orElseThrow();
        return new Page<>(questions.list(new FindBestSellers(days, limit.value()), BestSeller.class), null);
    }
}
