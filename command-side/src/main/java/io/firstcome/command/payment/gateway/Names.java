package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.events.Texts;
import io.firstcome.events.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How things of ours are called at the gateway. */
final class Names {

    /** What the contract allows. */
    private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9_-]{6,64}");

    /** Never more than the contract allows; no dots at the beginning, because it becomes a part of a path. */
    private static final Pattern PAYMENT_KEY = Pattern.compile("[A-Za-z0-9_=-][A-Za-z0-9_.~=-]{0,199}");

    private static final int REASON_LENGTH = 200;
    private static final int HASH_BYTES = 20;

    private Names() {}

    static boolean isPaymentKey(String paymentKey) {
        return PAYMENT_KEY.matcher(paymentKey).matches();
    }

    /** Our id when the contract allows it, else a name that is made from it. */
    static String order(OrderId order) {
        return ORDER.matcher(order.value()).matches() ? order.value() : "order-" + hash(order.value());
    }

    /** A payment is one attempt to pay its order: as long as it lasts, it is the same request. */
    static String keyOf(CardCharge charge) {
        return "confirm:" + charge.orderId().value() + ":" + charge.paymentId().value();
    }

    /** A refund is one attempt to give a part of the payment back. */
    static String keyOf(CardRefund refund) {
        return "cancel:" + refund.paymentId().value() + ":" + refund.refundId().value();
    }

    /** Ends with the refund's name, by which it is found again. */
    static String reasonOf(CardRefund refund) {
        String name = mark(refund);
        String reason = refund.reason().strip();
        int room = REASON_LENGTH - name.length() - 1;
        return Texts.cut(reason, room) + " " + name;
    }

    static boolean isReasonOf(String reason, CardRefund refund) {
        return reason.endsWith(mark(refund));
    }

    private static String mark(CardRefund refund) {
        return "[" + refund.refundId().value() + "]";
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
