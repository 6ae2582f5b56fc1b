package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;
import static io.firstcome.command.stock.domain.Sale.preOrdered;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.PowerSet;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever rules are broken at once, the one told is the first of this order. */
class HoldRejectionOrderTest {

    private static final List<HoldRefusal> ORDER = List.of(
            HoldRefusal.SKU_NOT_FOUND,
            HoldRefusal.SALE_NOT_OPEN,
            HoldRefusal.PRE_ORDER_NOT_OPEN,
            HoldRefusal.LIMIT_PER_USER,
            HoldRefusal.OUT_OF_STOCK);

    /** Of dates, which stocks never say. */
    private static final List<HoldRefusal> OF_SEATS = List.of(HoldRefusal.SEAT_NOT_FOUND, HoldRefusal.SEAT_TAKEN);

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    static Stream<List<HoldRefusal>> brokenRules() {
        return PowerSet.notEmpty(ORDER);
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void givenBrokenRules_whenHeld_thenTheFirstIsTold(List<HoldRefusal> broken) {
        Sale sale = Sale.of(broken.contains(HoldRefusal.OUT_OF_STOCK) ? 1 : 9)
                .limitPerUser(broken.contains(HoldRefusal.LIMIT_PER_USER) ? 1 : 9)
                .window(broken.contains(HoldRefusal.SALE_NOT_OPEN) ? NOW.plus(Sale.TICK) : NOW, null);
        List<StockLine> lines = new ArrayList<>(List.of(line(MUG, 2)));
        if (broken.contains(HoldRefusal.PRE_ORDER_NOT_OPEN)) {
            lines.add(preOrdered(MUG));
        }
        if (broken.contains(HoldRefusal.SKU_NOT_FOUND)) {
            lines.add(line(RED, 1));
        }

        fixture.given(sale.opened())
                .when(hold("o1", "anna", lines.toArray(StockLine[]::new)))
                .expectEvents(Sale.refused("o1", "anna", broken.getFirst()));
    }

    @Test
    void givenRules_whenListed_thenEachRefusalHasOne() {
        List<HoldRefusal> all = new ArrayList<>(ORDER);
        all.addAll(OF_SEATS);
        assertThat(HoldRefusal.values()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(HoldRule.values()).hasSameSizeAs(ORDER);
    }
}
