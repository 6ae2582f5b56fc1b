package io.firstcome.gateway;

import java.util.HashMap;
import java.util.Map;

/** The codes of the contract and the status that each comes with. A code that is not among them is a 400. */
final class ErrorCodes {

    private static final Map<String, Integer> STATUSES = new HashMap<>();

    static {
        all(400, """
                ALREADY_PROCESSED_PAYMENT INVALID_REQUEST INVALID_API_KEY PROVIDER_ERROR CARD_PROCESSING_ERROR
                INVALID_CARD_NUMBER INVALID_CARD_EXPIRATION INVALID_STOPPED_CARD INVALID_REJECT_CARD
                INVALID_CARD_LOST_OR_STOLEN EXCEED_MAX_AMOUNT EXCEED_MAX_PAYMENT_AMOUNT BELOW_MINIMUM_AMOUNT
                UNAPPROVED_ORDER_ID EXCEED_MAX_DAILY_PAYMENT_COUNT NOT_AVAILABLE_PAYMENT INVALID_IDEMPOTENCY_KEY
                ALREADY_CANCELED_PAYMENT NOT_MATCHES_REFUNDABLE_AMOUNT REFUND_REJECTED ALREADY_REFUND_PAYMENT
                """);
        all(401, "UNAUTHORIZED_KEY");
        all(403, """
                REJECT_CARD_PAYMENT REJECT_CARD_COMPANY REJECT_ACCOUNT_PAYMENT FORBIDDEN_REQUEST EXCEED_MAX_AUTH_COUNT
                EXCEED_MAX_ONE_DAY_AMOUNT INVALID_PASSWORD INCORRECT_BASIC_AUTH_FORMAT FDS_ERROR NOT_CANCELABLE_AMOUNT
                NOT_CANCELABLE_PAYMENT FORBIDDEN_CONSECUTIVE_REQUEST EXCEED_MAX_REFUND_DUE NOT_ALLOWED_PARTIAL_REFUND
                """);
        all(404, "NOT_FOUND_PAYMENT NOT_FOUND_PAYMENT_SESSION");
        all(409, "IDEMPOTENT_REQUEST_PROCESSING");
        all(500, """
                FAILED_INTERNAL_SYSTEM_PROCESSING FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING UNKNOWN_PAYMENT_ERROR
                FAILED_REFUND_PROCESS FAILED_PARTIAL_REFUND COMMON_ERROR
                """);
    }

    private ErrorCodes() {}

    private static void all(int status, String codes) {
        for (String code : codes.strip().split("\\s+", -1)) {
            STATUSES.put(code, status);
        }
    }

    static int statusOf(String code) {
        return STATUSES.getOrDefault(code, 400);
    }

    static boolean isKnown(String code) {
        return STATUSES.containsKey(code);
    }
}
