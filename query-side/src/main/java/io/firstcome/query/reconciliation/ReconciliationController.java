package io.firstcome.query.reconciliation;

import io.firstcome.contract.OperatorErrorCode;
import io.firstcome.query.operator.OperatorIdempotency;
import io.firstcome.query.operator.OperatorIdempotency.Outcome;
import io.firstcome.query.operator.OrderDrives;
import io.firstcome.query.querying.KnownParameters;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.querying.UnavailableTranslator;
import io.firstcome.query.reconciliation.ReconciliationQuery.Discrepancies;
import io.firstcome.query.reconciliation.ReconciliationQuery.FindDiscrepancies;
import io.firstcome.query.reconciliation.ReconciliationQuery.FindDiscrepancy;
import io.firstcome.query.reconciliation.ReconciliationQuery.Place;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForOperator;
import io.firstcome.web.security.ForStaff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What does not add up, over HTTP. */
@RestController
@RequestMapping("/api/v1/reconciliation")
@Tag(name = "Reconciliation", description = "Orders and payments that do not add up")
class ReconciliationController {

    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    private final QueryClient questions;
    private final OperatorIdempotency answers;
    private final OrderDrives drives;

    ReconciliationController(QueryClient questions, OperatorIdempotency answers, OrderDrives drives) {
        this.questions = questions;
        this.answers = answers;
        this.drives = drives;
    }

    @GetMapping
    @ForStaff
    @Operation(
            summary = "The orders and payments that do not add up, oldest first",
            description =
                    "Orders, stocks, payments and coupons are compared with each other all the time. Listed is what"
                            + " has waited for a step of the system for longer than the grace period"
                            + " (`firstcome.reconciliation.grace`). Empty when all is well.")
    Page<DiscrepancyView> listDiscrepancies(
            Limit limit, @Nullable Cursor cursor, @Parameter(hidden = true) HttpServletRequest request) {
        KnownParameters.require(request, PARAMETERS);
        Discrepancies found = questions.ask(new FindDiscrepancies(place(cursor), limit.value()), Discrepancies.class);
        Place next = found.next();
        return new Page<>(
                found.items(),
                next == null
                        ? null
                        : Cursor.of(next.since(), next.subject(), next.kind()).encode());
    }

    @PostMapping("/{id}/drive")
    @ForOperator
    @Operation(
            summary = "Have the steps of an order and its payments sent again",
            description =
                    "For an order that hangs. Steps that were done do nothing when they are sent again; a refund that the card"
                            + " gateway refused is asked for once more. Runs in the background: the discrepancy is gone"
                            + " from the list when it adds up.")
    @ApiResponse(responseCode = "202", description = "The order will be driven on")
    @Rejects(type = OperatorErrorCode.class, codes = "DISCREPANCY_NOT_FOUND")
    ResponseEntity<DiscrepancyView> driveDiscrepancy(
            @Parameter(description = "The discrepancy's id, from the list", example = "STOCK_NOT_SOLD:4b3f")
                    @PathVariable
                    String id,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        return UnavailableTranslator.told(() ->
                        answers.once(caller.userId(), idempotency, DiscrepancyView.class, () -> drive(id, caller)))
                .toResponse(HttpStatus.ACCEPTED);
    }

    private Outcome<DiscrepancyView> drive(String id, Caller operator) {
        DiscrepancyView found =
                questions.find(new FindDiscrepancy(id), DiscrepancyView.class).orElse(null);
        if (found == null) {
            return new Outcome.NotDone<>(OperatorErrorCode.DISCREPANCY_NOT_FOUND);
        }
        drives.request(found.orderId(), found.userId(), operator);
        return new Outcome.Done<>(found);
    }

    private static @Nullable Place place(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new Place(cursor.number(0), cursor.key(1), DiscrepancyKind.valueOf(cursor.text(2)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", FieldError.Code.INVALID_FORMAT, "is not a cursor of this list");
        }
    }
}
