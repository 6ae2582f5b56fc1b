package io.firstcome.query.payment;

import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.query.payment.PaymentQuery.FindPayment;
import io.firstcome.query.payment.PaymentQuery.FindPayments;
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
import io.firstcome.web.security.ForOperator;
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

/** Questions about payments over HTTP. */
@RestController
@RequestMapping("/api/v1/payment")
@Tag(name = "Payment")
class PaymentQueryController {

    private static final Set<String> LIST_PARAMETERS = Set.of("status", "refund", "limit", "cursor");

    private final QueryClient questions;

    PaymentQueryController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping("/{paymentId}")
    @ForCustomer
    @Operation(
            summary = "One payment and what became of it",
            description = "Operators see every payment; to customers another user's payment is not there.")
    @Rejects(type = PaymentErrorCode.class, codes = "PAYMENT_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    PaymentDetails findPayment(
            @PathVariable @OpaqueId String paymentId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            Caller caller) {
        String owner = caller.has(Role.OPERATOR) ? null : caller.userId();
        return questions
                .find(new FindPayment(paymentId, owner, minVersion), PaymentDetails.class)
                .orElseThrow(() -> ProblemException.of(PaymentErrorCode.PAYMENT_NOT_FOUND, null));
    }

    @GetMapping
    @ForOperator
    @Operation(
            summary = "The payments of all users, newest first",
            description =
                    "With `status=UNKNOWN`: those about which the card gateway is still being asked. With `refund=FAILED`:"
                            + " those of which it refused to give back what is owed.")
    Page<PaymentView> listPayments(
            @Parameter(description = "Only those that have it; absent: all") @RequestParam(required = false) @Nullable
                    PaymentStatus status,
            @Parameter(description = "Only those whose newest refund has it; FAILED: what was refused is owed")
                    @RequestParam(required = false)
                    @Nullable
                    RefundStatus refund,
            Limit limit,
            @Nullable Cursor cursor,
            @Parameter(hidden = true) HttpServletRequest request) {
        KnownParameters.require(request, LIST_PARAMETERS);
        List<PaymentView> found = questions.list(
                new FindPayments(status, refund, DescendingCursor.before(cursor), limit.value() + 1),
                PaymentView.class);
        return DescendingCursor.page(found, limit, PaymentView::position);
    }
}
