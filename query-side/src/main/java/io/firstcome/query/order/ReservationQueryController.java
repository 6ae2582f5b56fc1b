package io.firstcome.query.order;

import io.firstcome.contract.OrderErrorCode;
import io.firstcome.query.order.OrderQuery.FindOrder;
import io.firstcome.query.order.OrderQuery.FindOrders;
import io.firstcome.query.querying.DescendingCursor;
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
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about reservations, which are orders of seats, over HTTP. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Reservation")
class ReservationQueryController {

    private final QueryClient questions;

    ReservationQueryController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping("/reservation/{reservationId}")
    @ForCustomer
    @Operation(
            summary = "One reservation and how far it is",
            description = "Operators see every reservation; to customers another user's is not there.")
    @Rejects(type = OrderErrorCode.class, codes = "ORDER_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    ReservationView findReservation(
            @PathVariable @OpaqueId String reservationId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            Caller caller) {
        String owner = caller.has(Role.OPERATOR) ? null : caller.userId();
        return questions
                .find(new FindOrder(reservationId, owner, minVersion), OrderDetails.class)
                .filter(found -> found.order().dateId() != null)
                .map(ReservationView::of)
                .orElseThrow(() -> ProblemException.of(OrderErrorCode.ORDER_NOT_FOUND, null));
    }

    @GetMapping("/user/{userId}/reservation")
    @ForCustomer
    @Operation(summary = "The reservations of a user, newest first")
    Page<ReservationView> listReservations(
            @PathVariable @OpaqueId String userId, Limit limit, @Nullable Cursor cursor, Caller caller) {
        caller.requireSelfOrOperator(userId);
        List<OrderView> found = questions.list(
                new FindOrders(userId, true, DescendingCursor.before(cursor), limit.value() + 1), OrderView.class);
        return DescendingCursor.page(
                found.stream().map(ReservationView::of).toList(), limit, ReservationView::position);
    }
}
