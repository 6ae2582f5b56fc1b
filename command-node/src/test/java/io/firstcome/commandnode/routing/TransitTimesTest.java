package io.firstcome.commandnode.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jgroups.Address;
import org.jgroups.util.UUID;
import org.junit.jupiter.api.Test;

class TransitTimesTest {

    private static final long OFFSET = Duration.ofHours(77).toNanos();

    private final Address sender = UUID.randomUUID();
    private final TransitTimes times = new TransitTimes();

    private Duration delay(Duration sentAt, Duration receivedAt) {
        return times.delay(sender, sentAt.toNanos() - OFFSET, receivedAt.toNanos());
    }

    @Test
    void givenClocksThatDiffer_whenAMessageTakesLonger_thenOnlyItsDelayCounts() {
        assertThat(delay(Duration.ofMillis(0), Duration.ofMillis(2))).isZero();
        assertThat(delay(Duration.ofMillis(10), Duration.ofMillis(11))).isZero();
        assertThat(delay(Duration.ofMillis(20), Duration.ofMillis(5_021))).isEqualTo(Duration.ofSeconds(5));
        assertThat(delay(Duration.ofMillis(5_030), Duration.ofMillis(5_031))).isZero();
    }

    @Test
    void givenFreezeOfMinutes_whenOldMessagesAreRead_thenTheyAreLate() {
        delay(Duration.ZERO, Duration.ofMillis(1));

        assertThat(delay(Duration.ofSeconds(1), Duration.ofMinutes(10))).isGreaterThan(Duration.ofMinutes(9));
        assertThat(delay(Duration.ofSeconds(2), Duration.ofMinutes(10))).isGreaterThan(Duration.ofMinutes(9));
        assertThat(delay(Duration.ofMinutes(10), Duration.ofMinutes(10).plusMillis(1)))
                .isZero();
    }

    @Test
    void givenClockThatDrifts_whenMessagesKeepComing_thenNoneIsLate() {
        for (int minute = 0; minute < 10_000; minute++) {
            Duration sent = Duration.ofMinutes(minute);
            assertThat(delay(sent, sent.plusMillis(minute))).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void givenSilenceOfHours_whenMessagesComeAgain_thenTheFirstIsNotLate() {
        delay(Duration.ZERO, Duration.ZERO);

        assertThat(delay(Duration.ofHours(9), Duration.ofHours(9).plusSeconds(5)))
                .isZero();
    }
}
