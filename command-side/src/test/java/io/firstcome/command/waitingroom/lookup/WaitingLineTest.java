package io.firstcome.command.waitingroom.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The line counts as a sorted set of its numbers does. */
class WaitingLineTest {

    private static final int MOST = 300;
    private static final int FIRST_SIZE = 1_024;

    private final WaitingLine line = new WaitingLine();

    /** Small ones come several times, the others are around the sizes at which the line grows. */
    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(FIRST_SIZE - 3, FIRST_SIZE + 3),
                        Arbitraries.integers().between(4 * FIRST_SIZE - 3, 4 * FIRST_SIZE + 3),
                        Arbitraries.integers().between(1, 10 * FIRST_SIZE))
                .list()
                .ofMaxSize(MOST);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void givenAnyChanges_whenAsked_thenItCountsAsASortedSetDoes(
            @ForAll("numbers") List<Integer> numbers, @ForAll @IntRange(max = MOST) int clearedAt) {
        WaitingLine changed = new WaitingLine();
        TreeSet<Integer> naive = new TreeSet<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (i == clearedAt) {
                changed.clear();
                naive.clear();
            }
            int number = numbers.get(i);
            if (naive.remove(number)) {
                changed.remove(number);
            } else {
                naive.add(number);
                changed.add(number);
            }
            assertThat(changed.size()).isEqualTo(naive.size());
            IntStream.of(1, number, number + 1, FIRST_SIZE, 20 * FIRST_SIZE)
                    .forEach(probe -> assertThat(changed.before(probe))
                            .as("before %d", probe)
                            .isEqualTo(naive.headSet(probe).size()));
        }
    }

    @Test
    void givenNobody_whenAsked_thenNobodyIsBefore() {
        assertThat(line.size()).isZero();
        assertThat(line.before(1)).isZero();
        assertThat(line.before(Integer.MAX_VALUE)).isZero();
    }

    @Test
    void givenFullLine_whenItGrows_thenEachHasTheSameBefore() {
        int size = 5 * FIRST_SIZE;
        IntStream.rangeClosed(1, size).forEach(line::add);

        assertThat(line.size()).isEqualTo(size);
        assertThat(IntStream.rangeClosed(1, size).map(line::before).toArray())
                .isEqualTo(IntStream.range(0, size).toArray());
    }

    @Test
    void givenFewNumbers_whenOneFarBehindIsAdded_thenTheyAreBeforeIt() {
        line.add(1);
        line.add(FIRST_SIZE - 1);
        line.add(1_000_000);

        assertThat(line.before(1_000_000)).isEqualTo(2);
        assertThat(line.before(500_000)).isEqualTo(2);
        assertThat(line.before(FIRST_SIZE)).isEqualTo(2);
        assertThat(line.before(FIRST_SIZE - 1)).isEqualTo(1);
    }

    @Test
    void givenGrownLine_whenNumbersBelowAndAboveAreRemoved_thenTheOthersMoveUp() {
        IntStream.rangeClosed(1, 3 * FIRST_SIZE).forEach(line::add);
        line.remove(1);
        line.remove(FIRST_SIZE);
        line.remove(2 * FIRST_SIZE);

        assertThat(line.before(FIRST_SIZE + 1)).isEqualTo(FIRST_SIZE - 2);
        assertThat(line.before(3 * FIRST_SIZE)).isEqualTo(3 * FIRST_SIZE - 4);
        assertThat(line.size()).isEqualTo(3 * FIRST_SIZE - 3);
    }

    @Test
    void givenGrownLine_whenCleared_thenItIsEmptyAndCanBeFilledAgain() {
        IntStream.rangeClosed(1, 2 * FIRST_SIZE).forEach(line::add);
        line.clear();
        line.add(2);

        assertThat(line.size()).isEqualTo(1);
        assertThat(line.before(2)).isZero();
        assertThat(line.before(4 * FIRST_SIZE)).isEqualTo(1);
    }
}
