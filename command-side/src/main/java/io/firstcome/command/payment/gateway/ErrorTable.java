package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.gateway.Outcome.Declined;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import java.util.Set;

/**
 * Which codes of the contract say that nothing was done and nothing will be. Every other code, and every 5xx, leaves it open:
 * PROVIDER_ERROR passes, ALREADY_PROCESSED_PAYMENT and the like tell of another request, a code that is not listed may mean
 * anything.
 */
enum ErrorTable {
    CONFIRM("""
            INVALID_REQUEST INVALID_API_KEY CARD_PROCESSING_ERROR INVALID_CARD_NUMBER INVALID_CARD_EXPIRATION
            INVALID_STOPPED_CARD INVALID_REJECT_CARD INVALID_CARD_LOST_OR_STOLEN EXCEED_MAX_AMOUNT
            EXCEED_MAX_PAYMENT_AMOUNT BELOW_MINIMUM_AMOUNT UNAPPROVED_ORDER_ID EXCEED_MAX_DAILY_PAYMENT_COUNT
            NOT_AVAILABLE_PAYMENT UNAUTHORIZED_KEY REJECT_CARD_PAYMENT REJECT_CARD_COMPANY REJECT_ACCOUNT_PAYMENT
            FORBIDDEN_REQUEST EXCEED_MAX_AUTH_COUNT EXCEED_MAX_ONE_DAY_AMOUNT INVALID_PASSWORD
            INCORRECT_BASIC_AUTH_FORMAT FDS_ERROR NOT_FOUND_PAYMENT NOT_FOUND_PAYMENT_SESSION INVALID_IDEMPOTENCY_KEY
            """),
    CANCEL("""
            ALREADY_CANCELED_PAYMENT INVALID_REQUEST NOT_MATCHES_REFUNDABLE_AMOUNT REFUND_REJECTED ALREADY_REFUND_PAYMENT
            NOT_CANCELABLE_AMOUNT NOT_CANCELABLE_PAYMENT EXCEED_MAX_REFUND_DUE NOT_ALLOWED_PARTIAL_REFUND
            NOT_FOUND_PAYMENT UNAUTHORIZED_KEY INVALID_API_KEY INCORRECT_BASIC_AUTH_FORMAT INVALID_IDEMPOTENCY_KEY
            """);

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of
    private final Set<String> declining;

    ErrorTable(String codes) {
        declining = Set.of(codes.strip().split("\\s+", -1));
    }

    /** What an answer that is no success means. The status alone does not decide, but for 5xx. */
    Outcome outcome(int status, String code) {
        return status >= 400 && status < 500 && declining.contains(code) ? new Declined(code) : new Unknown(code);
    }
}
