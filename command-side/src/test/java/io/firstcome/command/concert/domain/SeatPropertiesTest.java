package io.firstcome.command.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history. {@link SeatPropertiesControlTest} shows that these checks notice a fault. */
class SeatPropertiesTest {

    private static final int TRIES = 150;

    @Provide
    Arbitrary<SeatHistory> histories() {
        return SeatHistory.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenASeatHasOneOwnerAtEveryEvent(@ForAll("histories") SeatHistory history) {
        assertThat(SeatOwners.violations(history.sentToAggregate(-1))).isEmpty();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenSnapshotAtAnyPoint_whenDecided_thenTheNaiveModelDecidesTheSame(
            @ForAll("histories") SeatHistory history, @ForAll @IntRange(max = SeatHistory.MAX_COMMANDS) int count) {
        assertThat(history.sentToAggregate(count)).isEqualTo(history.sentTo(new NaiveDate()::send));
    }
}
