package io.firstcome.gateway;

import io.firstcome.gateway.Payment.Cancel;
import io.firstcome.gateway.Payment.Failure;
import io.firstcome.gateway.Payment.Later;
import io.firstcome.gateway.ScriptedOutcomes.Kind;
import io.firstcome.gateway.ScriptedOutcomes.Provocation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the calls of a shop do to the books. The caller has the books for itself meanwhile. */
final class Operations {

    /**
     * What a call comes to.
     *
     * @param payment what it made of the payment; null: nothing has changed
     */
    record Step(Reply reply, @Nullable Payment payment) {

        static Step refused(String code, String message) {
            return new Step(Reply.error(code, message), null);
        }
    }

    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");
    private static final int MAX_KEY = 200;
    private static final int MAX_REASON = 200;

    private final PaymentBook books;
    private final ScriptedOutcomes provocations;
    private final SimulatorSettings settings;
    private final InstantSource clock;

    Operations(PaymentBook books, ScriptedOutcomes provocations, SimulatorSettings settings, InstantSource clock) {
        this.books = books;
        this.provocations = provocations;
        this.settings = settings;
        this.clock = clock;
    }

    /** The checkout window is shown to a buyer, who authenticates at once or later. */
    Payment checkout(String orderId, long amount, @Nullable String paymentKey, boolean authenticated) {
        Instant now = clock.instant();
        String key = paymentKey == null ? "sim-" + UUID.randomUUID() : paymentKey;
        Payment payment = new Payment(
                key,
                orderId,
                amount,
                Status.READY,
                now,
                now.plus(settings.times().checkoutWindow()),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                "secret-" + UUID.randomUUID());
        return authenticated ? payment.authenticated(now.plus(settings.times().confirmWindow())) : payment;
    }

    Step confirm(JsonNode body) {
        String paymentKey = body.path("paymentKey").asString("");
        String orderId = body.path("orderId").asString("");
        long amount =
                body.path("amount").isIntegralNumber() ? body.path("amount").asLong() : 0;
        if (paymentKey.isEmpty()
                || paymentKey.length() > MAX_KEY
                || !ORDER_ID.matcher(orderId).matches()
                || amount < 1) {
            return Step.refused("INVALID_REQUEST", "paymentKey, orderId or amount is wrong");
        }
        Payment known = books.find(paymentKey);
        if (known == null && settings.strict()) {
            return Step.refused("NOT_FOUND_PAYMENT", "no checkout has this key");
        }
        Payment payment = known == null ? checkout(orderId, amount, paymentKey, true) : known;
        if (payment.status() == Status.READY || payment.status() == Status.EXPIRED) {
            return Step.refused("NOT_FOUND_PAYMENT_SESSION", "the session is not there (any more)");
        }
        if (payment.status() != Status.IN_PROGRESS || payment.later() != null) {
            return Step.refused("ALREADY_PROCESSED_PAYMENT", "the payment is processed already");
        }
        if (!payment.orderId().equals(orderId) || payment.totalAmount() != amount) {
            return Step.refused("FORBIDDEN_REQUEST", "order or amount is not that of the checkout");
        }
        return confirm(payment, provocations.next(ScriptedOutcomes.CONFIRM, paymentKey));
    }

    private Step confirm(Payment payment, Provocation wanted) {
        Instant now = clock.instant();
        Payment done = payment.done(now, "tx-" + UUID.randomUUID());
        Reply yes = Reply.ok(PaymentJson.of(done));
        return switch (wanted.kind()) {
            case NORMAL -> new Step(yes, done);
            case TIMEOUT -> new Step(yes.after(settings.times().slowness()), done);
            case LOST -> new Step(yes.lost(), done);
            case DECLINE ->
                new Step(
                        Reply.error(wanted.code(), "declined as wanted"),
                        payment.aborted(new Failure(wanted.code(), "declined as wanted")));
            case LATE -> new Step(unknown(), payment.becoming(later(Status.DONE, now), null));
            case LATE_DECLINE -> new Step(unknown(), payment.becoming(later(Status.ABORTED, now), null));
            case ERROR -> new Step(failed(), payment);
        };
    }

    Step cancel(String paymentKey, JsonNode body) {
        String reason = body.path("cancelReason").asString("");
        JsonNode amountNode = body.path("cancelAmount");
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            return Step.refused("INVALID_REQUEST", "cancelReason is 1 to 200 characters");
        }
        Payment payment = books.find(paymentKey);
        if (payment == null) {
            return Step.refused("NOT_FOUND_PAYMENT", "no such payment");
        }
        if (payment.status() == Status.CANCELED) {
            return Step.refused("ALREADY_CANCELED_PAYMENT", "it is cancelled already");
        }
        if (!payment.status().isCaptured()) {
            return Step.refused("NOT_CANCELABLE_PAYMENT", "nothing was taken");
        }
        boolean whole = amountNode.isMissingNode() || amountNode.isNull();
        if (!whole && !amountNode.isIntegralNumber()) {
            return Step.refused("INVALID_REQUEST", "cancelAmount is a whole number");
        }
        long amount = whole ? payment.balance() : amountNode.asLong();
        if (amount < 1) {
            return Step.refused("INVALID_REQUEST", "cancelAmount is 1 or more");
        }
        if (amount > payment.balance() || payment.pendingCancel() != null) {
            return Step.refused("NOT_CANCELABLE_AMOUNT", "so much is not left");
        }
        return cancel(payment, amount, reason, provocations.next(ScriptedOutcomes.CANCEL, paymentKey));
    }

    private Step cancel(Payment payment, long amount, String reason, Provocation wanted) {
        Instant now = clock.instant();
        Cancel cancel = new Cancel(amount, reason, now, "tx-" + UUID.randomUUID());
        Payment cancelled = payment.cancelled(cancel);
        Reply yes = Reply.ok(PaymentJson.of(cancelled));
        return switch (wanted.kind()) {
            case NORMAL -> new Step(yes, cancelled);
            case TIMEOUT -> new Step(yes.after(settings.times().slowness()), cancelled);
            case LOST -> new Step(yes.lost(), cancelled);
            case DECLINE -> Step.refused(wanted.code(), "declined as wanted");
            case LATE -> {
                Cancel pending =
                        new Cancel(amount, reason, now.plus(settings.times().lateness()), cancel.transactionKey());
                yield new Step(failed(), payment.becoming(null, pending));
            }
            case LATE_DECLINE, ERROR -> new Step(failed(), null);
        };
    }

    Reply find(@Nullable Payment payment) {
        return payment == null
                ? Reply.error("NOT_FOUND_PAYMENT", "no such payment")
                : Reply.ok(PaymentJson.of(payment));
    }

    /** @return the provocation that a tester describes, or null when it makes no sense */
    static @Nullable Provocation provocation(String kind, String code, String operation) {
        try {
            return new Provocation(Kind.valueOf(kind), code.isEmpty() ? ScriptedOutcomes.usual(operation) : code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private Later later(Status status, Instant now) {
        return new Later(status, now.plus(settings.times().lateness()));
    }

    private static Reply unknown() {
        return Reply.error("UNKNOWN_PAYMENT_ERROR", "the outcome is not known yet, as wanted");
    }

    private static Reply failed() {
        return Reply.error("FAILED_INTERNAL_SYSTEM_PROCESSING", "failed as wanted");
    }
}
