package io.firstcome.command.payment.rest;

import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to payments over HTTP. */
@RestController
@RequestMapping("/api/v1/payment")
@Tag(name = "Payment", description = "Payments of orders with points, a card, or both, less one coupon")
public class PaymentCommandController {

    private final PaymentInitiation payments;
    private final RefundService refunds;
    private final Clock clock;

    /** @param patience how long a buyer waits for the outcome */
    public PaymentCommandController(Commands commands, OutcomeListener outcomes, Clock clock, Duration patience) {
        this.payments = new PaymentInitiation(commands, outcomes, patience);
        this.refunds = new RefundService(commands, outcomes, patience);
        this.clock = clock;
    }

    @PostMapping
    @FastPath
    @ForCustomer
    @Operation(
            summary = "Pay an order",
            description =
                    "Answers with the outcome. When it is not known in time, or the card gateway does not know, the answer"
                            + " is 202, and the payment tells later.")
    @ApiResponse(responseCode = "201", description = "The order is paid")
    @ApiResponse(responseCode = "202", description = "It is not known yet")
    @Rejects(
            type = OrderErrorCode.class,
            codes = {
                "ORDER_NOT_FOUND",
                "ORDER_ALREADY_PAID",
                "ORDER_EXPIRED",
                "ORDER_NOT_PAYABLE",
                "PAYMENT_IN_PROGRESS",
                "COUPON_NOT_APPLICABLE"
            })
    @Rejects(
            type = PaymentErrorCode.class,
            codes = {"INSUFFICIENT_POINTS", "PAYMENT_DECLINED"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<PayOrderResponse> payOrder(
            @Valid @RequestBody PayOrderRequest request, Caller caller, @Nullable IdempotentRequest idempotency) {
        request.requireConsistent();
        return payments.pay(request, clock.instant(), caller, idempotency);
    }

    @PostMapping("/{paymentId}/cancel")
    @ForCustomer
    @Operation(
            summary = "Give back a payment, or a part of it",
            description =
                    "Without amount all that is left: the order ends by it, and it must not have been sent. With amount a part,"
                            + " by operators only; the order goes on. By card first, then points; when all is given back, the"
                            + " coupon is restored. When it takes longer, the answer is 202.")
    @ApiResponse(responseCode = "200", description = "It is given back")
    @ApiResponse(responseCode = "202", description = "It is being given back")
    @Rejects(
            type = PaymentErrorCode.class,
            codes = {"PAYMENT_NOT_FOUND", "NOT_REFUNDABLE"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<CancelPaymentResponse> cancelPayment(
            @PathVariable @OpaqueId String paymentId,
            @Valid @RequestBody CancelPaymentRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        return refunds.refund(new PaymentId(paymentId), request, clock.instant(), caller, idempotency);
    }
}
