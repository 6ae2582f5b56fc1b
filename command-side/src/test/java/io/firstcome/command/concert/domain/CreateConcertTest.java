package io.firstcome.command.concert.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.concert.api.ConcertCommand.CreateConcert;
import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.events.concert.ConcertEvent.ConcertCreated;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateConcertTest {

    private static final CreateConcert CREATE =
            new CreateConcert(Hall.CONCERT, "Spring tour", "The Firsts", "Olympic Hall", Hall.NOW);
    private static final ConcertCreated CREATED =
            new ConcertCreated(Hall.CONCERT, "Spring tour", "The Firsts", "Olympic Hall", Hall.NOW);

    private final FixtureConfiguration<Concert> fixture = new AggregateTestFixture<>(Concert.class);

    @Test
    void givenNoConcert_whenCreated_thenItIsAnnounced() {
        fixture.givenNoPriorActivity().when(CREATE).expectEvents(CREATED).expectResultMessagePayload(CREATED);
    }

    @Test
    void givenConcert_whenCreatedAgain_thenItExists() {
        fixture.given(CREATED)
                .when(CREATE)
                .expectNoEvents()
                .expectException(Hall.rejection(ConcertErrorCode.CONCERT_EXISTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void givenNoTitle_whenMade_thenItIsNoCommand(String title) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreateConcert(Hall.CONCERT, title, "The Firsts", null, Hall.NOW));
    }
}
