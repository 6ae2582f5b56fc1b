package io.firstcome.axon.tail;

import static io.firstcome.axon.tail.MemoryEvents.entries;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventRingBufferTest {

    private static final int SIZE = 4_096;

    private final EventRingBuffer kept = new EventRingBuffer(SIZE);

    private void add(long first, long last) {
        entries(first, last).forEach(kept::add);
    }

    private long firstKept() {
        return LongStream.rangeClosed(1, kept.reach())
                .filter(position -> kept.at(position) != null)
                .findFirst()
                .orElse(0);
    }

    @Test
    void givenReaders_whenAllAreFurther_thenOnlySomeOfWhatTheSlowestHasReadAreKept() {
        add(1, 3_000);

        kept.forgetRead(LongStream.of(3_000, 2_000, 2_500));

        assertThat(firstKept()).isEqualTo(2_000 - EventRingBuffer.READ + 1);
        assertThat(kept.at(3_000)).isNotNull();
    }

    @Test
    void givenAReaderThatStands_whenOthersGoOn_thenNothingOfItsIsForgottenUntilItHasNoPlace() {
        add(1, SIZE);
        kept.forgetRead(LongStream.of(0, SIZE));
        assertThat(firstKept()).isEqualTo(1);

        add(SIZE + 1, SIZE + 10);
        kept.forgetRead(LongStream.of(0, SIZE + 10));

        assertThat(firstKept()).isEqualTo(11);
    }

    @Test
    void givenThatMuchWasForgotten_whenItGoesOnInTheSamePlaces_thenNoneOfTheNewAreForgotten() {
        add(1, SIZE);
        kept.forgetRead(LongStream.of(SIZE));
        add(SIZE + 1, 3 * SIZE);

        kept.forgetRead(LongStream.of(2 * SIZE + EventRingBuffer.READ + 7));

        assertThat(firstKept()).isEqualTo(2 * SIZE + 8);
    }

    @Test
    void givenNoReader_whenAsked_thenNothingIsForgotten() {
        add(1, SIZE);

        kept.forgetRead(LongStream.empty());

        assertThat(firstKept()).isEqualTo(1);
    }

    @Test
    void givenAStoreThatHasLostEvents_whenItBeginsAgainFurtherBack_thenWhatComesThereIsKept() {
        add(1, 3_000);
        kept.forgetRead(LongStream.of(3_000));
        kept.restart(100);
        add(101, 200);

        kept.forgetRead(LongStream.of(200));

        assertThat(firstKept()).isEqualTo(101);
    }
}
