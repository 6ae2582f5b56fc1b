package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * How the tasks are called. All of one payment key begin alike, so that a webhook finds them by the table's primary key; the key
 * itself can be too long for that.
 */
final class TaskNames {

    static final String CONFIRM = "card-confirm";
    static final String CANCEL = "card-cancel";

    private static final int HASH_LENGTH = 22;

    private TaskNames() {}

    static TaskInstanceId of(CardCharge charge) {
        return TaskInstanceId.of(
                CONFIRM, prefix(charge.paymentKey()) + charge.paymentId().value());
    }

    static TaskInstanceId of(CardRefund refund) {
        return TaskInstanceId.of(
                CANCEL,
                prefix(refund.paymentKey()) + refund.paymentId().value() + "/"
                        + refund.refundId().value());
    }

    /** The beginning of the names of all tasks of this payment key; ends with a slash. */
    static String prefix(String paymentKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(paymentKey.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest).substring(0, HASH_LENGTH) + "/";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first name behind all that begin with {@code prefix}. */
    static String behind(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + "0";
    }
}
