package io.firstcome.command.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history. {@link StockPropertiesControlTest} shows that these checks notice a fault. */
class StockPropertiesTest {

    private static final int TRIES = 150;

    @Provide
    Arbitrary<StockHistory> histories() {
        return StockHistory.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheInvariantsHold(@ForAll("histories") StockHistory history) {
        assertThat(StockInvariants.violations(history, history.sentTo(new AxonStocks())))
                .isEmpty();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheNaiveModelDecidesTheSame(@ForAll("histories") StockHistory history) {
        assertThat(history.sentTo(new AxonStocks())).isEqualTo(history.sentTo(new NaiveStock()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenSnapshotAtAnyPoint_whenDecided_thenNoLaterDecisionChanges(
            @ForAll("histories") StockHistory history, @ForAll @IntRange(max = StockHistory.MAX_COMMANDS) int count) {
        assertThat(history.sentTo(new AxonStocks(), count)).isEqualTo(history.sentTo(new NaiveStock()));
    }
}
