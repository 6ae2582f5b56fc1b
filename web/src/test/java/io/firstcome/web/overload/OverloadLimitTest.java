package io.firstcome.web.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limit by itself: when it grows, when it shrinks, and what it never does. */
class OverloadLimitTest {

    private static final Duration TARGET = Duration.ofMillis(50);
    private static final int LEAST = 10;
    private static final int MOST = 400;

    private final OverloadLimit limit = new OverloadLimit(LEAST, MOST, TARGET);

    @Test
    void givenAsManyAsTheLimit_whenOneMoreComes_thenItIsTurnedAwayUntilOneLeaves() {
        assertThat(limit.limit()).isEqualTo(MOST / 4);
        assertThat(enter(MOST / 4)).isEqualTo(MOST / 4);

        assertThat(limit.enter()).isFalse();
        assertThat(limit.underWay()).isEqualTo(MOST / 4);
        limit.leave();
        assertThat(limit.enter()).isTrue();
    }

    @Test
    void givenOneThatIsNeverTurnedAway_whenTheLimitIsReached_thenItCountsAllTheSame() {
        enter(MOST / 4);
        limit.enterAnyway();

        assertThat(limit.underWay()).isEqualTo(MOST / 4 + 1);
        limit.leave();
        assertThat(limit.enter()).isFalse();
    }

    @Test
    void givenLongWaits_whenAdjusted_thenItShrinksByHalfAtMostAndNotBelowTheLeast() {
        enter(100);
        limit.adjust(Duration.ofSeconds(9));
        assertThat(limit.limit()).isEqualTo(50);
        limit.adjust(Duration.ofMillis(62));
        assertThat(limit.limit()).isBetween(35, 45);
        for (int i = 0; i < 10; i++) {
            limit.adjust(Duration.ofSeconds(9));
        }
        assertThat(limit.limit()).isEqualTo(LEAST);
    }

    @Test
    void givenShortWaits_whenTheLimitIsReached_thenItGrowsUpToTheMost() {
        for (int i = 0; i < 50; i++) {
            enter(MOST);
            limit.adjust(Duration.ofMillis(1));
        }
        assertThat(limit.limit()).isEqualTo(MOST);
    }

    @Test
    void givenShortWaits_whenTheLimitIsNotReached_thenItStays() {
        enter(MOST / 8);
        limit.adjust(Duration.ofMillis(1));

        assertThat(limit.limit()).isEqualTo(MOST / 4);
    }

    @Test
    void givenAnOverloadThatIsOver_whenNobodyComes_thenItGrowsBackToWhereItBegan() {
        enter(MOST / 4);
        limit.adjust(Duration.ofSeconds(9));
        IntStream.range(0, MOST / 4).forEach(i -> limit.leave());
        for (int i = 0; i < 50; i++) {
            limit.adjust(Duration.ofMillis(1));
        }
        assertThat(limit.limit()).isBetween(MOST / 4, MOST / 4 * 9 / 8);
    }

    @Test
    void givenWaitsAboutTheTarget_whenAdjusted_thenItStays() {
        enter(MOST);
        limit.adjust(Duration.ofMillis(40));

        assertThat(limit.limit()).isEqualTo(MOST / 4);
    }

    @Test
    void givenManyAtOnce_whenTheyComeAndGo_thenNeverMoreThanTheLimitAreUnderWayAndNoneIsLeftOver() {
        List<Thread> crowd = IntStream.range(0, 16)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        if (limit.enter()) {
                            assertThat(limit.underWay()).isLessThanOrEqualTo(MOST / 4 + 16);
                            limit.leave();
                        }
                    }
                }))
                .toList();
        crowd.forEach(OverloadLimitTest::join);

        assertThat(limit.underWay()).isZero();
    }

    @Test
    void givenSettingsThatMakeNoSense_whenMade_thenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 10, TARGET));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(10, 9, TARGET));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 10, Duration.ZERO));
        assertThat(settings(1, 1, TARGET).exempt()).isEmpty();
    }

    private static OverloadSettings settings(int least, int most, Duration target) {
        return new OverloadSettings(true, target, least, most, List.of());
    }

    private int enter(int times) {
        return (int) IntStream.range(0, times).filter(i -> limit.enter()).count();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
