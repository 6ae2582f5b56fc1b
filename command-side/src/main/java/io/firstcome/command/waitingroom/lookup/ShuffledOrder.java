package io.firstcome.command.waitingroom.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which anybody can compute the order of a shuffled room.
 *
 * @param seed null until the room opens, like {@code entrants} and {@code order}
 * @param entrants who waited when it opened, as they came
 * @param order the same in the order in which they are let in
 */
public record ShuffledOrder(
        String commitment,
        @Nullable String seed,
        @Nullable List<String> entrants,
        @Nullable List<String> order) {}
