package io.firstcome.command.wallet.domain;

import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeyMap;
import io.firstcome.command.compact.KeySet;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What each payment took from a wallet and has not given back, and which refunds were made. In some bytes a payment: a wallet
 * remembers them for ever.
 */
final class PaymentLedger {

    private static final long UNKNOWN = -1;
    private static final long REFUSED = -2;

    private final KeyMap kept;
    private final KeySet refunds;

    PaymentLedger() {
        this(new KeyMap(), new KeySet());
    }

    private PaymentLedger(KeyMap kept, KeySet refunds) {
        this.kept = kept;
        this.refunds = refunds;
    }

    /** Whether the payment has spent, or was refused. */
    boolean isDecided(PaymentId payment) {
        return kept.get(keyOf(payment), UNKNOWN) != UNKNOWN;
    }

    /** Whether the payment has spent so much that was not given back. */
    boolean hasSpent(PaymentId payment, long amount) {
        return kept.get(keyOf(payment), UNKNOWN) >= amount;
    }

    boolean isRefunded(PaymentId payment, RefundId refund) {
        return refunds.contains(keyOf(payment, refund));
    }

    void spend(PaymentId payment, long amount) {
        kept.put(keyOf(payment), amount);
    }

    void refuse(PaymentId payment) {
        kept.put(keyOf(payment), REFUSED);
    }

    void refund(PaymentId payment, RefundId refund, long amount) {
        Key key = keyOf(payment);
        kept.put(key, kept.get(key, 0) - amount);
        refunds.add(keyOf(payment, refund));
    }

    private static Key keyOf(PaymentId payment) {
        return Key.of(payment.value());
    }

    /** A refund is one of its payment: the colon is in no id. */
    private static Key keyOf(PaymentId payment, RefundId refund) {
        return Key.of(payment.value() + ":" + refund.value());
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            kept.write(out);
            refunds.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static PaymentLedger fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new PaymentLedger(KeyMap.read(in), KeySet.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("These bytes are no spendings", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentLedger that && kept.equals(that.kept) && refunds.equals(that.refunds);
    }

    @Override
    public int hashCode() {
        return 31 * kept.hashCode() + refunds.hashCode();
    }
}
