package io.firstcome.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contract's Payment object. */
final class PaymentJson {

    private PaymentJson() {}

    static Map<String, @Nullable Object> of(Payment payment) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", "2022-11-16");
        json.put("mId", "firstcome");
        json.put("paymentKey", payment.paymentKey());
        json.put("orderId", payment.orderId());
        json.put("orderName", "Order " + payment.orderId());
        json.put("currency", "KRW");
        json.put("method", "카드");
        json.put("status", payment.status().name());
        json.put("totalAmount", payment.totalAmount());
        json.put("balanceAmount", payment.status().isCaptured() ? payment.balance() : payment.totalAmount());
        json.put("requestedAt", payment.requestedAt().toString());
        json.put(
                "approvedAt",
                payment.approvedAt() == null ? null : payment.approvedAt().toString());
        json.put("lastTransactionKey", payment.lastTransactionKey());
        json.put("isPartialCancelable", true);
        json.put("cancels", payment.cancels().isEmpty() ? null : cancels(payment));
        json.put("failure", payment.failure());
        json.put("secret", payment.secret());
        json.put("receipt", Map.of("url", "https://receipt.example/" + payment.paymentKey()));
        return json;
    }

    private static List<Map<String, Object>> cancels(Payment payment) {
        return payment.cancels().stream()
                .map(cancel -> Map.<String, Object>of(
                        "cancelAmount", cancel.cancelAmount(),
                        "cancelReason", cancel.cancelReason(),
                        "canceledAt", cancel.canceledAt().toString(),
                        "transactionKey", cancel.transactionKey(),
                        "cancelStatus", "DONE"))
                .toList();
    }
}
