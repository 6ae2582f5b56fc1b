package io.firstcome.command.concert.domain;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.concert.api.DateCommand;
import io.firstcome.command.stock.domain.KeyNumbersModule;
import io.firstcome.events.concert.DateId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** What is asked of one date, in this order. */
record SeatHistory(List<DateCommand> commands) {

    static final int MAX_COMMANDS = 60;

    private static final int ORDERS = 10;
    /** Few, so that they come again; and such as a careless key would take for one another. */
    private static final List<String> USERS = List.of("a", "A", "00000000-0000-0000-0000-000000000000");

    /** What an order asks for. It always asks for the same, as a process does that says it again. */
    private record Wish(String user, List<Integer> seats) {

        private Integer[] numbers() {
            return seats.toArray(Integer[]::new);
        }
    }

    /** Histories of the hall: opened first, in and outside of its sale window. */
    static Arbitrary<SeatHistory> any() {
        return wishes().list()
                .ofSize(ORDERS)
                .flatMap(wishes -> steps(wishes)
                        .list()
                        .ofMaxSize(MAX_COMMANDS)
                        .withSizeDistribution(RandomDistribution.uniform())
                        .map(steps -> new SeatHistory(Stream.concat(Stream.of(Hall.open(true)), steps.stream())
                                .toList())));
    }

    private static Arbitrary<Wish> wishes() {
        Arbitrary<List<Integer>> seats = Arbitraries.frequency(Tuple.of(20, 0), Tuple.of(1, 1))
                .flatMap(beyond -> Arbitraries.integers()
                        .between(1, 5 + beyond)
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(3));
        return Combinators.combine(Arbitraries.of(USERS), seats).as(Wish::new);
    }

    private static Arbitrary<DateCommand> steps(List<Wish> wishes) {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, ORDERS - 1);
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                Tuple.of(15, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(-35, 35)));
        Arbitrary<DateCommand> hold = Combinators.combine(numbers, minutes).as((number, minute) -> {
            Wish wish = wishes.get(number);
            return Hall.holdAt(Hall.NOW.plus(Duration.ofMinutes(minute)), order(number), wish.user(), wish.numbers());
        });
        return Arbitraries.frequencyOf(
                Tuple.of(30, hold),
                Tuple.of(
                        10,
                        numbers.map(number ->
                                Hall.release(order(number), wishes.get(number).user()))),
                Tuple.of(12, numbers.map(number -> Hall.sell(order(number)))),
                Tuple.of(
                        12,
                        numbers.map(number -> Hall.takeBack(
                                order(number),
                                wishes.get(number).user(),
                                wishes.get(number).numbers()))));
    }

    private static String order(int number) {
        return number == 0 ? "00000000-0000-0000-0000-000000000000" : "order-" + number;
    }

    /** What each command led to. */
    List<List<Object>> sentTo(Function<DateCommand, List<Object>> date) {
        return commands.stream().map(date).toList();
    }

    /** The same with the aggregate, and a snapshot made after the first {@code count} commands. */
    List<List<Object>> sentToAggregate(int count) {
        MemoryAxon axon = new MemoryAxon(ConcertDate.class, new KeyNumbersModule());
        List<List<Object>> outcomes = new ArrayList<>();
        for (DateCommand command : commands) {
            if (outcomes.size() == count) {
                axon.snapshot(DateId.TYPE, Hall.ID.toString());
            }
            outcomes.add(axon.send(command).events());
        }
        return outcomes;
    }
}
