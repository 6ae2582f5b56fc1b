package io.firstcome.command.concert.domain;

import static io.firstcome.command.concert.domain.Hall.held;
import static io.firstcome.command.concert.domain.Hall.opened;
import static io.firstcome.command.concert.domain.Hall.refused;
import static io.firstcome.command.concert.domain.Hall.release;
import static io.firstcome.command.concert.domain.Hall.released;
import static io.firstcome.command.concert.domain.Hall.returned;
import static io.firstcome.command.concert.domain.Hall.sell;
import static io.firstcome.command.concert.domain.Hall.sold;
import static io.firstcome.command.concert.domain.Hall.takeBack;

import io.firstcome.events.stock.HoldRefusal;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Releasing, selling and taking back: each has its effect once. */
class EndSeatsTest {

    private static final List<Object> NEVER = List.of(opened());
    private static final List<Object> HELD = List.of(opened(), held("o1", "anna", 1, 2));
    private static final List<Object> REFUSED = List.of(opened(), refused("o1", "anna", HoldRefusal.SEAT_TAKEN, 1));
    private static final List<Object> RELEASED =
            List.of(opened(), held("o1", "anna", 1, 2), released("o1", "anna", 1, 2));
    private static final List<Object> RELEASED_BEFORE = List.of(opened(), released("o1", "anna"));
    private static final List<Object> SOLD = List.of(opened(), held("o1", "anna", 1, 2), sold("o1", "anna", 1, 2));
    private static final List<Object> RETURNED =
            List.of(opened(), held("o1", "anna", 1, 2), sold("o1", "anna", 1, 2), returned("o1", "anna", 1, 2));

    private final FixtureConfiguration<ConcertDate> fixture = Hall.fixture();

    static Stream<List<Object>> ended() {
        return Stream.of(REFUSED, RELEASED, RELEASED_BEFORE, SOLD, RETURNED);
    }

    static Stream<List<Object>> neitherOpenNorSold() {
        return Stream.of(NEVER, REFUSED, RELEASED, RELEASED_BEFORE, RETURNED);
    }

    @Test
    void givenHold_whenReleased_thenItsSeatsAreTold() {
        fixture.given(HELD).when(release("o1", "anna")).expectEvents(released("o1", "anna", 1, 2));
    }

    @Test
    void givenHold_whenSold_thenItsSeatsAreTold() {
        fixture.given(HELD).when(sell("o1")).expectEvents(sold("o1", "anna", 1, 2));
    }

    @Test
    void givenSoldHold_whenTakenBack_thenItsSeatsAreTold() {
        fixture.given(SOLD).when(takeBack("o1", "anna", 1, 2)).expectEvents(returned("o1", "anna", 1, 2));
    }

    /** The sale then finds no hold. */
    @Test
    void givenHoldThatIsNotSoldYet_whenTakenBack_thenItIsReleased() {
        fixture.given(HELD).when(takeBack("o1", "anna", 1, 2)).expectEvents(released("o1", "anna", 1, 2));
    }

    /** A hold that is asked for later must hold nothing for an order that has ended. */
    @Test
    void givenHoldThatWasNotAskedForYet_whenReleased_thenItNeverWillHold() {
        fixture.given(NEVER).when(release("o1", "anna")).expectEvents(released("o1", "anna"));
    }

    @ParameterizedTest
    @MethodSource("ended")
    void givenHoldThatHasEnded_whenReleasedOrSold_thenNothingHappens(List<Object> past) {
        fixture.given(past)
                .when(release("o1", "anna"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(past).when(sell("o1")).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("neitherOpenNorSold")
    void givenHoldThatIsNeitherOpenNorSold_whenTakenBack_thenNothingHappens(List<Object> past) {
        fixture.given(past)
                .when(takeBack("o1", "anna", 1, 2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
