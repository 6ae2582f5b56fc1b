package io.firstcome.command.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.stock.HoldRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The properties of {@link SeatPropertiesTest} on dates that are broken on purpose: every fault is noticed. */
class SeatPropertiesControlTest {

    private static final int HISTORIES = 300;
    private static final List<SeatHistory> ALL = new ArrayList<>();

    /** What a careless date does. */
    enum Broken {
        SELLS_TAKEN_SEATS(() -> new NaiveDate() {
            @Override
            boolean isTaken(int seat) {
                return false;
            }
        }),
        KNOWS_NO_LIMIT(() -> new NaiveDate() {
            @Override
            boolean isTooMany(int seats) {
                return false;
            }
        }),
        DECIDES_AGAIN(() -> new NaiveDate() {
            @Override
            boolean isDecided(@Nullable Order order) {
                return false;
            }
        }),
        RELEASES_WHAT_WAS_SOLD(() -> new NaiveDate() {
            @Override
            boolean isReleasable(Order order) {
                return order.state() == State.HELD || order.state() == State.SOLD;
            }
        });

        @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
        private final Supplier<NaiveDate> make;

        Broken(Supplier<NaiveDate> make) {
            this.make = make;
        }
    }

    /** The histories of the properties, from a fixed seed. */
    @BeforeAll
    static void makeHistories() {
        JqwikSession.run(() -> {
            RandomGenerator<SeatHistory> generator = SeatHistory.any().generator(HISTORIES);
            Random random = new Random(42);
            for (int i = 0; i < HISTORIES; i++) {
                ALL.add(generator.next(random).value());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenDate_whenAnInvariantIsBroken_thenTheCheckTells(Broken broken) {
        assertThat(ALL)
                .anyMatch(history -> !SeatOwners.violations(history.sentTo(broken.make.get()::send))
                        .isEmpty());
    }

    @Test
    void givenHistories_whenDecided_thenEveryEventAndEveryRefusalOccurs() {
        List<Object> events = ALL.stream()
                .flatMap(history -> history.sentTo(new NaiveDate()::send).stream())
                .flatMap(List::stream)
                .toList();

        assertThat(events.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(DateEvent.class.getPermittedSubclasses());
        assertThat(events.stream()
                        .filter(SeatsRefused.class::isInstance)
                        .map(event -> ((SeatsRefused) event).reason())
                        .distinct())
                .containsExactlyInAnyOrder(
                        HoldRefusal.SEAT_NOT_FOUND,
                        HoldRefusal.SALE_NOT_OPEN,
                        HoldRefusal.LIMIT_PER_USER,
                        HoldRefusal.SEAT_TAKEN);
    }
}
