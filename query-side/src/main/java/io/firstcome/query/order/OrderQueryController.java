package io.firstcome.query.order;

import io.firstcome.contract.OrderErrorCode;
import io.firstcome.query.order.OrderQuery.FindOrder;
import io.firstcome.query.order.OrderQuery.FindOrders;
import io.firstcome.query.querying.DescendingCursor;
import io.firstcome.query.querying.KnownParameters;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about orders over HTTP. */
@RestController
@RequestMapping("/api/v1/order")
@Tag(name = "Order")
class OrderQueryController {

    private static final Set<String> LIST_PARAMETERS = Set.of("userId", "limit", "cursor");

    private final QueryClient questions;

    OrderQueryController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping("/{orderId}")
    @ForCustomer
    @Operation(
            summary = "One order and how far it is",
            description = "Operators see every order; to customers another user's order is not there.")
    @Rejects(type = OrderErrorCode.class, codes = "ORDER_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    OrderDetails findOrder(
            @PathVariable @OpaqueId String orderId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            Caller caller) {
        String owner = caller.has(Role.OPERATOR) ? null : caller.userId();
        return questions
                .find(new FindOrder(orderId, owner, minVersion), OrderDetails.class)
                .orElseThrow(() -> ProblemException.of(OrderErrorCode.ORDER_NOT_FOUND, null));
    }

    @GetMapping
    @ForCustomer
    @Operation(
            summary = "The orders of a user, newest first",
            description = "Of the caller, unless an operator names another user.")
    Page<OrderView> listOrders(
            @Parameter(description = "Whose orders; absent: the caller's")
                    @RequestParam(required = false)
                    @OpaqueId
                    @Nullable
                    String userId,
            Limit limit,
            @Nullable Cursor cursor,
            Caller caller,
            @Parameter(hidden = true) HttpServletRequest request) {
        KnownParameters.require(request, LIST_PARAMETERS);
        String buyer = userId == null ? caller.userId() : userId;
        caller.requireSelfOrOperator(buyer);
        List<OrderView> found = questions.list(
                new FindOrders(buyer, false, DescendingCursor.before(cursor), limit.value() + 1), OrderView.class);
        return DescendingCursor.page(found, limit, OrderView::position);
    }
}
