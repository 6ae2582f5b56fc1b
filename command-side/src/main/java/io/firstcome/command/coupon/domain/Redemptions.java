package io.firstcome.command.coupon.domain;

import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeyMap;
import io.firstcome.events.payment.PaymentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which pieces are redeemed now, and what was decided for each payment, for ever: the piece it redeemed, whether that was restored,
 * or that it was refused. In some bytes a payment.
 */
final class Redemptions {

    private static final long UNDECIDED = Long.MIN_VALUE;
    private static final long REFUSED = 0;

    private final RoaringBitmap redeemed;

    /** By payment: the serial that it redeemed; minus the serial when that was restored; 0 when it was refused. */
    private final KeyMap decisions;

    Redemptions() {
        this(new RoaringBitmap(), new KeyMap());
    }

    private Redemptions(RoaringBitmap redeemed, KeyMap decisions) {
        this.redeemed = redeemed;
        this.decisions = decisions;
    }

    boolean isRedeemed(int serial) {
        return redeemed.contains(serial);
    }

    boolean isDecided(PaymentId payment) {
        return decisions.get(keyOf(payment), UNDECIDED) != UNDECIDED;
    }

    /** The serial of the piece that is redeemed by this payment now; 0: none is. */
    int redeemedBy(PaymentId payment) {
        return (int) Math.max(0, decisions.get(keyOf(payment), UNDECIDED));
    }

    void redeem(PaymentId payment, int serial) {
        redeemed.add(serial);
        decisions.put(keyOf(payment), serial);
    }

    void refuse(PaymentId payment) {
        decisions.put(keyOf(payment), REFUSED);
    }

    void restore(PaymentId payment, int serial) {
        redeemed.remove(serial);
        decisions.put(keyOf(payment), -serial);
    }

    private static Key keyOf(PaymentId payment) {
        return Key.of(payment.value());
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            redeemed.runOptimize();
            redeemed.serialize(out);
            decisions.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static Redemptions fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            RoaringBitmap redeemed = new RoaringBitmap();
            redeemed.deserialize(in);
            return new Redemptions(redeemed, KeyMap.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("These bytes are no redemptions", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Redemptions that && redeemed.equals(that.redeemed) && decisions.equals(that.decisions);
    }

    @Override
    public int hashCode() {
        // Not the bitmap's own: it is another one after its runs were compressed.
        return 31 * redeemed.getCardinality() + decisions.hashCode();
    }
}
