package io.firstcome.command.concert.domain;

import static io.firstcome.command.concert.domain.Hall.CONCERT;
import static io.firstcome.command.concert.domain.Hall.ID;
import static io.firstcome.command.concert.domain.Hall.NOW;
import static io.firstcome.command.concert.domain.Hall.STARTS_AT;
import static io.firstcome.command.concert.domain.Hall.open;
import static io.firstcome.command.concert.domain.Hall.opened;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.events.concert.Grade;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenDateTest {

    private final FixtureConfiguration<ConcertDate> fixture = Hall.fixture();

    @Test
    void givenNoDate_whenOpened_thenItIsOpen() {
        fixture.givenNoPriorActivity().when(open(true)).expectEvents(opened()).expectResultMessagePayload(opened());
    }

    @Test
    void givenDate_whenOpenedAgain_thenItExists() {
        fixture.given(opened())
                .when(open(true))
                .expectNoEvents()
                .expectException(Hall.rejection(ConcertErrorCode.DATE_EXISTS));
    }

    @Test
    void givenNoConcert_whenOpened_thenItIsNotFound() {
        fixture.givenNoPriorActivity()
                .when(open(false))
                .expectNoEvents()
                .expectException(Hall.rejection(ConcertErrorCode.CONCERT_NOT_FOUND));
    }

    static Stream<List<Grade>> wrongGrades() {
        return Stream.of(
                List.of(),
                List.of(new Grade("A", 1, 2, 5)),
                List.of(new Grade("A", 1, 1, 0)),
                List.of(new Grade("A", 1, 1, 5), new Grade("B", 1, 7, 9)),
                List.of(new Grade("A", 1, 1, 5), new Grade("B", 1, 5, 9)),
                List.of(new Grade("A", 1, 1, OpenDate.MAX_SEATS + 1)),
                List.of(new Grade("A", -1, 1, 5)));
    }

    @ParameterizedTest
    @MethodSource("wrongGrades")
    void givenHolesOverlapsOrWrongNumbers_whenMade_thenItIsNoCommand(List<Grade> grades) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenDate(ID, CONCERT, true, STARTS_AT, null, null, 4, 5, grades, NOW));
    }
}
