package io.firstcome.axon;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * The identifiers of messages, events and processes: UUIDs that no other process makes, and that are no secret. Found by Axon by its
 * entry in {@code META-INF/services}.
 *
 * <p>Axon's own asks the system's secure random numbers for each, which all threads share by one lock; an order is some forty messages.
 * Here a count is mixed with each of two numbers that are drawn from the secure random ones at the start. The 122 bits that a UUID has
 * room for are then as unlikely to come twice as random ones, in this process and in another.
 */
public final class Identifiers extends IdentifierFactory {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long SILVER = 0xD1B54A32D192ED03L;

    private final long high;
    private final long low;
    private final AtomicLong count = new AtomicLong();

    /** With numbers of its own. For Axon, which makes one. */
    public Identifiers() {
        SecureRandom random = new SecureRandom();
        this.high = random.nextLong();
        this.low = random.nextLong();
    }

    @Override
    public String generateIdentifier() {
        long number = count.getAndIncrement();
        long first = mix(high + number * GOLDEN);
        long second = mix(low + number * SILVER);
        // Version 4, variant 2: as a random one.
        return new UUID((first & ~0xF000L) | 0x4000L, (second >>> 2) | 0x8000000000000000L).toString();
    }

    /** One to one, and each bit of the result depends on all: the finalizer of SplitMix64 (variant 13 of David Stafford). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
