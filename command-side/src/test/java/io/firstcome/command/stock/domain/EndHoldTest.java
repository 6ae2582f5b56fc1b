package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.MUG;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.hold;
import static io.firstcome.command.stock.domain.Sale.line;
import static io.firstcome.command.stock.domain.Sale.release;
import static io.firstcome.command.stock.domain.Sale.sell;
import static io.firstcome.command.stock.domain.Sale.takeBack;

import io.firstcome.events.stock.HoldRefusal;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Releasing, selling and taking back: each has its effect once. */
class EndHoldTest {

    private static final List<Object> HELD = List.of(Sale.of(3).opened(), Sale.held("o1", "anna", heldLine(MUG, 3)));
    private static final List<Object> RELEASED = and(HELD, Sale.released("o1", "anna", heldLine(MUG, 3)));
    private static final List<Object> SOLD = and(HELD, Sale.sold("o1", "anna", heldLine(MUG, 3)));
    private static final List<Object> RETURNED = and(SOLD, Sale.returned("o1", "anna", line(MUG, 3)));
    private static final List<Object> REFUSED =
            List.of(Sale.of(2).opened(), Sale.refused("o1", "anna", HoldRefusal.OUT_OF_STOCK));
    private static final List<Object> NEVER = List.of(Sale.of(3).opened());

    private final FixtureConfiguration<Stock> fixture = Fixtures.stock();

    /** Its order ended before this stock was asked. */
    private static final List<Object> RELEASED_BEFORE = and(NEVER, Sale.released("o1", "anna"));

    static Stream<List<Object>> ended() {
        return Stream.of(REFUSED, RELEASED, RELEASED_BEFORE, SOLD, RETURNED);
    }

    static Stream<List<Object>> neitherOpenNorSold() {
        return Stream.of(NEVER, REFUSED, RELEASED, RELEASED_BEFORE, RETURNED);
    }

    @Test
    void givenHold_whenReleased_thenItsPiecesAreTold() {
        fixture.given(HELD)
                .when(release("o1", "anna"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(Sale.released("o1", "anna", heldLine(MUG, 3)));
    }

    @Test
    void givenHold_whenSold_thenItsPiecesAreTold() {
        fixture.given(HELD)
                .when(sell("o1"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(Sale.sold("o1", "anna", heldLine(MUG, 3)));
    }

    @Test
    void givenSoldHold_whenTakenBack_thenItsPiecesAreTold() {
        fixture.given(SOLD)
                .when(takeBack("o1", "anna", line(MUG, 3)))
                .expectSuccessfulHandlerExecution()
                .expectEvents(Sale.returned("o1", "anna", line(MUG, 3)));
    }

    /** pitfalls.md: released holds are released again per instance. Two expiries of one hold free it once. */
    @ParameterizedTest
    @MethodSource("ended")
    void givenHoldThatHasEnded_whenReleasedOrSold_thenNothingHappens(List<Object> past) {
        fixture.given(past)
                .when(release("o1", "anna"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(past).when(sell("o1")).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    /** Nor does a hold that was dead-lettered, and is asked for again after its order has ended. */
    @ParameterizedTest
    @MethodSource("ended")
    void givenHoldThatHasEnded_whenAskedForAgain_thenNothingHappens(List<Object> past) {
        fixture.given(past)
                .when(hold("o1", "anna", line(MUG, 1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenHoldThatWasNotAskedFor_whenReleasedOrSold_thenItIsToldThatItWillHoldNothing() {
        fixture.given(NEVER)
                .when(release("o1", "anna"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(Sale.released("o1", "anna"));
        fixture.given(NEVER).when(sell("o1")).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("neitherOpenNorSold")
    void givenHoldThatWasNotSold_whenTakenBack_thenNothingHappens(List<Object> past) {
        fixture.given(past)
                .when(takeBack("o1", "anna", line(MUG, 3)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** Two processes send them: the return of a cancelled order may come before the sale of its payment. */
    @Test
    void givenHoldThatIsStillOpen_whenTakenBack_thenItIsReleasedAndNeverSold() {
        fixture.given(HELD)
                .when(takeBack("o1", "anna", line(MUG, 3)))
                .expectEvents(Sale.released("o1", "anna", heldLine(MUG, 3)));
    }

    @Test
    void givenEndedHold_whenOthersAsk_thenItsPiecesAreThereUnlessTheyWereSold() {
        expect(RELEASED, 3, true);
        expect(RETURNED, 3, true);
        expect(SOLD, 1, false);
        expect(HELD, 1, false);
    }

    private void expect(List<Object> past, int quantity, boolean available) {
        fixture.given(past)
                .when(hold("o2", "ben", line(MUG, quantity)))
                .expectEvents(
                        available
                                ? Sale.held("o2", "ben", heldLine(MUG, quantity))
                                : Sale.refused("o2", "ben", HoldRefusal.OUT_OF_STOCK));
    }

    @Test
    void givenHoldOfTwoOptions_whenReleased_thenBothAreFree() {
        fixture.given(
                        Sale.ofRedAndBlue(1, 2).opened(),
                        Sale.held("o1", "anna", heldLine(RED, 1), heldLine(BLUE, 2)),
                        Sale.released("o1", "anna", heldLine(RED, 1), heldLine(BLUE, 2)))
                .when(hold("o2", "ben", line(BLUE, 2), line(RED, 1)))
                .expectEvents(Sale.held("o2", "ben", heldLine(BLUE, 2), heldLine(RED, 1)));
    }

    /** A fault of a process: it fails, is dead-lettered, and no piece is made out of nothing. */
    @Test
    void givenSoldHold_whenMoreIsTakenBackThanWasSold_thenItFails() {
        fixture.given(SOLD)
                .when(takeBack("o1", "anna", line(MUG, 2), line(MUG, 2)))
                .expectNoEvents()
                .expectException(IllegalStateException.class);
        fixture.given(SOLD)
                .when(takeBack("o1", "anna", line(RED, 1)))
                .expectNoEvents()
                .expectException(IllegalStateException.class);
    }

    private static List<Object> and(List<Object> past, Object event) {
        return Stream.concat(past.stream(), Stream.of(event)).toList();
    }
}
