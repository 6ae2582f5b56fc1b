package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.gateway.Finding.Absent;
import io.firstcome.command.payment.gateway.Finding.Found;
import io.firstcome.command.payment.gateway.Finding.Unclear;
import io.firstcome.command.payment.gateway.Outcome.Approved;
import io.firstcome.command.payment.gateway.Outcome.Declined;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import io.firstcome.command.payment.gateway.Reply.Failure;
import io.firstcome.command.payment.gateway.Reply.NoAnswer;
import io.firstcome.command.payment.gateway.Reply.Success;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Toss Payments core API, version 2022-11-16. */
final class TossGateway implements CardGateway {

    private static final String MALFORMED = "MALFORMED_ANSWER";
    private static final String INVALID_KEY = "INVALID_PAYMENT_KEY";

    private final GatewayHttp http;

    TossGateway(GatewayHttp http) {
        this.http = http;
    }

    @Override
    public Outcome confirm(CardCharge charge) {
        if (!Names.isPaymentKey(charge.paymentKey())) {
            return new Declined(INVALID_KEY);
        }
        Map<String, Object> body = Map.of(
                "paymentKey", charge.paymentKey(),
                "orderId", Names.order(charge.orderId()),
                "amount", charge.amount());
        return switch (http.post("/v1/payments/{call}", "confirm", body, Names.keyOf(charge))) {
            case NoAnswer none -> new Unknown(none.code());
            case Success success -> confirmed(payment(success.body()), charge);
            case Failure failure -> ErrorTable.CONFIRM.outcome(failure.status(), failure.code());
        };
    }

    /** A success is one when it says what it is a success of. */
    private static Outcome confirmed(@Nullable FoundPayment payment, CardCharge charge) {
        if (payment == null) {
            return new Unknown(MALFORMED);
        }
        if (!payment.status().equals("DONE")) {
            return new Unknown(payment.status());
        }
        return payment.isOf(charge) && payment.totalAmount() == charge.amount()
                ? new Approved()
                : new Unknown("ANOTHER_PAYMENT");
    }

    @Override
    public Outcome cancel(CardRefund refund) {
        if (!Names.isPaymentKey(refund.paymentKey())) {
            return new Declined(INVALID_KEY);
        }
        Map<String, Object> body = Map.of("cancelReason", Names.reasonOf(refund), "cancelAmount", refund.amount());
        return switch (http.post("/v1/payments/{key}/cancel", refund.paymentKey(), body, Names.keyOf(refund))) {
            case NoAnswer none -> new Unknown(none.code());
            case Success success -> {
                FoundPayment payment = payment(success.body());
                yield payment != null && payment.has(refund) ? new Approved() : new Unknown(MALFORMED);
            }
            case Failure failure -> ErrorTable.CANCEL.outcome(failure.status(), failure.code());
        };
    }

    @Override
    public Finding find(String paymentKey) {
        if (!Names.isPaymentKey(paymentKey)) {
            return new Absent();
        }
        return switch (http.get("/v1/payments/{key}", paymentKey)) {
            case NoAnswer none -> new Unclear(none.code());
            case Success success -> {
                FoundPayment payment = payment(success.body());
                yield payment == null ? new Unclear(MALFORMED) : new Found(payment);
            }
            case Failure failure ->
                failure.status() == 404 && failure.code().equals("NOT_FOUND_PAYMENT")
                        ? new Absent()
                        : new Unclear(failure.code());
        };
    }

    /** Null when something is missing that a decision needs. */
    private static @Nullable FoundPayment payment(JsonNode body) {
        String status = body.path("status").asString("");
        boolean whole = body.path("paymentKey").isString()
                && body.path("orderId").isString()
                && Reply.CODE.matcher(status).matches()
                && body.path("totalAmount").isIntegralNumber()
                && body.path("balanceAmount").isIntegralNumber();
        if (!whole) {
            return null;
        }
        List<String> reasons = body.path("cancels")
                .valueStream()
                .map(cancel -> cancel.path("cancelReason").asString(""))
                .toList();
        return new FoundPayment(
                body.path("paymentKey").asString(),
                body.path("orderId").asString(),
                status,
                body.path("totalAmount").asLong(),
                body.path("balanceAmount").asLong(),
                reasons);
    }
}
