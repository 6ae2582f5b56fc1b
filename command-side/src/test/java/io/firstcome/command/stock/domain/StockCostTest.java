package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.firstcome.axon.serialization.Serializers;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What a command costs does not grow with the history, and what a million ended orders take is some dozen bytes each. */
class StockCostTest {

    private static final int MIB = 1 << 20;
    private static final int SAMPLES = 201;

    /** A map of holds that nobody may walk through. */
    private static final class FindOnly extends LinkedHashMap<String, Hold> {

        private static final long serialVersionUID = 1L;

        @Override
        public Set<Map.Entry<String, Hold>> entrySet() {
            throw new AssertionError("The holds are walked through");
        }

        @Override
        public Set<String> keySet() {
            throw new AssertionError("The holds are walked through");
        }

        @Override
        public Collection<Hold> values() {
            throw new AssertionError("The holds are walked through");
        }
    }

    /** pitfalls.md: the more stock rows, the slower each order, for it counts all of them. */
    @Test
    void givenManyHolds_whenDecidedAndEnded_thenTheyAreNeverWalkedThrough() {
        Stock stock = stock(0);
        FindOnly open = new FindOnly();
        ReflectionTestUtils.setField(holds(stock), "open", open);
        IntStream.range(0, 1_000).forEach(number -> take(stock, "o" + number));
        stock.on(Sale.released("o1", "u-o1", heldLine(MUG, 1)));
        stock.on(Sale.sold("o2", "u-o2", heldLine(MUG, 1)));
        stock.on(Sale.returned("o2", "u-o2", line(MUG, 1)));

        assertThat(HoldRule.refusalOf(stock, HoldRequest.of(hold("next", "anna", line(MUG, 1)))))
                .isNull();
        assertThat(open.size()).isEqualTo(998);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(open::values);
    }

    /** A copy of the holds would take megabytes a command; the median leaves out the growth of a table now and then. */
    @Test
    void givenHundredThousandHolds_whenOneMoreIsTaken_thenItTakesAsMuchMemoryAsTheFirst() {
        Stock small = stock(SAMPLES);
        Stock large = stock(100_000);
        medianAllocation(stock(SAMPLES));

        assertThat(medianAllocation(large)).isLessThan(2 * medianAllocation(small) + 1_024);
    }

    @Test
    void givenMillionEndedOrders_whenHeldAndStored_thenTheyTakeSomeDozenBytesEach() {
        long before = usedHeap();
        Stock stock = stock(0);
        for (int number = 1; number <= 1_000_000; number++) {
            String order = new UUID(number * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL).toString();
            take(stock, order);
            stock.on(Sale.sold(order, "u-" + order, heldLine(MUG, 1)));
        }
        long heap = usedHeap() - before;
        Serializer serializer = Serializers.forSnapshots(List.of(new KeyNumbersModule()));
        SerializedObject<byte[]> snapshot = serializer.serialize(stock, byte[].class);

        // Two keys for each order: its hold, and its user, who has a limit.
        assertThat(heap).isLessThan(150L * MIB);
        assertThat(snapshot.getData().length).isLessThan(48 * MIB);
        assertThat(serializer.<byte[], Stock>deserialize(snapshot)).isNotNull();
    }

    private static Stock stock(int holds) {
        Stock stock = new Stock();
        stock.on(Sale.of(100_000_000).limitPerUser(5).opened());
        IntStream.range(0, holds).forEach(number -> take(stock, "o" + number));
        return stock;
    }

    private static void take(Stock stock, String order) {
        stock.on(Sale.held(order, "u-" + order, heldLine(MUG, 1)));
    }

    private static Object holds(Stock stock) {
        return Objects.requireNonNull(ReflectionTestUtils.getField(stock, "holds"));
    }

    private static long medianAllocation(Stock stock) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LongStream bytes = IntStream.range(0, SAMPLES).mapToLong(number -> {
            String order = "sample-" + number;
            long before = threads.getCurrentThreadAllocatedBytes();
            HoldRequest wanted = HoldRequest.of(hold(order, "anna-" + number, line(MUG, 1)));
            if (HoldRule.refusalOf(stock, wanted) != null) {
                throw new AssertionError("There is enough");
            }
            take(stock, order);
            return threads.getCurrentThreadAllocatedBytes() - before;
        });
        return bytes.sorted().skip(SAMPLES / 2).findFirst().orElseThrow();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
