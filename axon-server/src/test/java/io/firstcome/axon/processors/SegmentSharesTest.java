package io.firstcome.axon.processors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

/** Nodes share segments evenly, and agree without asking each other. */
class SegmentSharesTest {

    private static SegmentShares of(String me, Map<String, List<String>> nodes) {
        return new SegmentShares(me, new TreeMap<>(nodes));
    }

    @Test
    void givenNodeThatKnowsOfNoOther_whenAsked_thenAllIsIts() {
        assertThat(SegmentShares.alone("a").isMine("coupon", 0)).isTrue();
        assertThat(of("a", Map.of("coupon", List.of("a"))).isMine("coupon", 3)).isTrue();
    }

    @Test
    void givenNodeWhoseOwnSignIsNotKnownYet_whenAsked_thenItTakesWhatIsFree() {
        assertThat(of("c", Map.of("coupon", List.of("a", "b"))).isMine("coupon", 0))
                .isTrue();
    }

    @Test
    void givenViewsOfOneSegment_whenTwoNodesAreThere_thenEachHasHalfOfThem() {
        Map<String, List<String>> nodes = new TreeMap<>();
        List.of("coupon", "order", "payment", "stock").forEach(view -> nodes.put(view, List.of("a", "b")));

        assertThat(nodes.keySet().stream().filter(view -> of("a", nodes).isMine(view, 0)))
                .containsExactly("coupon", "payment");
        assertThat(nodes.keySet().stream().filter(view -> of("b", nodes).isMine(view, 0)))
                .containsExactly("order", "stock");
    }

    @Test
    void givenProcessorThatRunsAtOneNodeOnly_whenAsked_thenThatNodeHasIt() {
        Map<String, List<String>> nodes = Map.of("coupon", List.of("a", "b"), "order-process", List.of("c"));

        assertThat(of("c", nodes).isMine("order-process", 1)).isTrue();
        assertThat(of("c", nodes).isMine("order-process", 2)).isTrue();
    }

    @Property(tries = 200)
    void givenAnyNodes_whenSegmentsAreShared_thenEachHasOneNodeAndNobodyHasManyMoreThanAnother(
            @ForAll @Size(min = 1, max = 6) @UniqueElements List<@IntRange(max = 99) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 20) int processors,
            @ForAll @IntRange(min = 1, max = 8) int segments) {
        List<String> nodes =
                numbers.stream().map(number -> "node-" + number).sorted().toList();
        Map<String, List<String>> there = new TreeMap<>();
        IntStream.range(0, processors).forEach(i -> there.put("processor-" + (100 + i), nodes));
        Map<String, Integer> shares = new TreeMap<>();

        there.keySet()
                .forEach(processor -> IntStream.range(0, segments).forEach(segment -> {
                    List<String> owners = nodes.stream()
                            .filter(node -> of(node, there).isMine(processor, segment))
                            .toList();
                    assertThat(owners).hasSize(1);
                    shares.merge(owners.getFirst(), 1, Integer::sum);
                }));

        int fair = processors * segments / nodes.size();
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(0, fair + segments));
        if (segments == 1) {
            assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(fair, fair + 1));
        }
    }
}
