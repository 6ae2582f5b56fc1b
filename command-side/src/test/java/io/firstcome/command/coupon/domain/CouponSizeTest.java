package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.UserId;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** What a million users cost in memory and in a snapshot. The bounds are about twice what was measured. */
class CouponSizeTest {

    private static final int USERS = 1_000_000;
    private static final int MIB = 1 << 20;
    private static final Instant EXPIRY = Instant.parse("2026-11-30T09:00:00Z");

    private final Serializer serializer = Serializers.forSnapshots(List.of(new CouponSnapshotModule()));

    @Test
    void givenMillionNumbersInARow_whenHeld_thenTheirSnapshotTakesTwoBytesEach() {
        assertSizes(number -> "" + number, 64 * MIB, 4 * MIB);
    }

    @Test
    void givenMillionNumbersSpreadWide_whenHeld_thenTheirSnapshotTakesSomeBytesEach() {
        Random random = new Random(1);
        assertSizes(number -> "" + random.nextLong(1_000_000_000), 64 * MIB, 8 * MIB);
    }

    @Test
    void givenMillionLongNumbers_whenHeld_thenTheyTakeSomeDozenBytesEach() {
        Random random = new Random(1);
        assertSizes(number -> "" + random.nextLong(1_000_000_000_000_000_000L), 64 * MIB, 24 * MIB);
    }

    @Test
    void givenMillionUuids_whenHeld_thenTheyTakeSomeDozenBytesEach() {
        Random random = new Random(1);
        assertSizes(number -> new UUID(random.nextLong(), random.nextLong()).toString(), 64 * MIB, 24 * MIB);
    }

    private void assertSizes(IntFunction<String> ids, long maxHeap, int maxSnapshot) {
        long before = usedHeap();
        IssuedCoupons pieces = new IssuedCoupons();
        for (int number = 1; number <= USERS; number++) {
            pieces.add(new UserId(ids.apply(number)), EXPIRY);
        }
        long heap = usedHeap() - before;
        SerializedObject<byte[]> snapshot = serializer.serialize(pieces, byte[].class);

        assertThat(heap).isLessThan(maxHeap);
        assertThat(snapshot.getData().length).isLessThan(maxSnapshot);
        IssuedCoupons read = serializer.deserialize(snapshot);
        assertThat(IntStream.rangeClosed(1, USERS))
                .allMatch(serial -> read.userOf(serial).equals(pieces.userOf(serial))
                        && read.expiryMicros(serial) == pieces.expiryMicros(serial));
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
