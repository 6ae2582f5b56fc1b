package io.firstcome.command.coupon.domain;

import io.firstcome.command.compact.Key;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The issued pieces in a snapshot: their number, all expiries, all users. What follows in a row, expiries and users that are
 * numbers, is written as the difference to the one before in as few bytes as it needs; another user's key is a 0 and its 16 bytes.
 */
final class IssuedCouponsBytes {

    private IssuedCouponsBytes() {}

    static byte[] of(IssuedCoupons pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(pieces.issued());
            writeExpiries(pieces, out);
            writeUsers(pieces, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void writeExpiries(IssuedCoupons pieces, DataOutput out) throws IOException {
        long before = 0;
        for (int serial = 1; serial <= pieces.issued(); serial++) {
            long expiry = pieces.expiryMicros(serial);
            writeNumber(out, folded(expiry - before));
            before = expiry;
        }
    }

    private static void writeUsers(IssuedCoupons pieces, DataOutput out) throws IOException {
        long before = 0;
        for (int serial = 1; serial <= pieces.issued(); serial++) {
            Key user = pieces.userOf(serial);
            if (IssuedCoupons.isNumber(user)) {
                writeNumber(out, 1 + folded(user.low() - before));
                before = user.low();
            } else {
                writeNumber(out, 0);
                out.writeLong(user.high());
                out.writeLong(user.low());
            }
        }
    }

    static IssuedCoupons read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long[] expiries = new long[in.readInt()];
            long expiry = 0;
            for (int i = 0; i < expiries.length; i++) {
                expiry += unfolded(readNumber(in));
                expiries[i] = expiry;
            }
            IssuedCoupons pieces = new IssuedCoupons(expiries.length);
            long number = 0;
            for (long each : expiries) {
                long next = readNumber(in);
                if (next == 0) {
                    pieces.add(new Key(in.readLong(), in.readLong()), each);
                } else {
                    number += unfolded(next - 1);
                    pieces.add(IssuedCoupons.numbered(number), each);
                }
            }
            return pieces;
        } catch (IOException e) {
            throw new UncheckedIOException("These bytes are no pieces", e);
        }
    }

    /** Small for what is near 0 on either side. */
    private static long folded(long difference) {
        return (difference << 1) ^ (difference >> 63);
    }

    private static long unfolded(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static void writeNumber(DataOutput out, long number) throws IOException {
        long rest = number;
        while (rest > 0x7F) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInput in) throws IOException {
        long number = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while (next > 0x7F) {
            number |= (long) (next & 0x7F) << shift;
            shift += 7;
            next = in.readUnsignedByte();
        }
        return number | ((long) next << shift);
    }
}
