package io.firstcome.query.bestseller.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.bestseller.api.BestSeller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong nanos = new AtomicLong(-7);
    private final AtomicInteger made = new AtomicInteger();
    private final Remembered list =
            new Remembered(() -> List.of(new BestSeller("1", "One", made.incrementAndGet())), nanos::get);

    @Test
    void givenAList_whenAskedWithinASecond_thenItIsMadeOnce() {
        assertThat(list.get().getFirst().sold()).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertThat(list.get().getFirst().sold()).isEqualTo(1);

        nanos.addAndGet(1);
        assertThat(list.get().getFirst().sold()).isEqualTo(2);
        assertThat(made).hasValue(2);
    }
}
