package io.firstcome.events.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fixed examples were computed with another program, as anyone may: with Python, {@code sorted(users, key=lambda user:
 * hashlib.sha256((seed + ":" + user).encode()).hexdigest())}.
 */
class ShuffleTest {

    private static final List<String> USERS = List.of("anna", "ben", "cleo", "dan", "eve");

    @ParameterizedTest
    @CsvSource({
        "spring,           622a494d3ea8c7ba2fed4f37909f14d9b50ab412322de39be62c8d6c2418bfca",
        "autumn,           defae04158b9c17d7b4a5f7bd72bd712dc1d10b0ddc1fbcc07bb76bb1d27b75f",
        "봄,               c3756af91340d5ce8345f228881a6db95289ff19a27e3cdea1b9f1e580e71f89",
        "3f9c2a7d5e81b046, 9d9b75de6e706f880770a64c25c5588e59cdce5dc9309e1ca7cdb0ba598cd9f9"
    })
    void givenSeed_whenCommittedTo_thenItIsItsDigest(String seed, String commitment) {
        assertThat(Shuffle.commitmentTo(seed)).isEqualTo(commitment);
    }

    @ParameterizedTest
    @CsvSource({
        "spring,           ben eve cleo anna dan",
        "autumn,           ben eve anna dan cleo",
        "봄,               anna eve dan cleo ben",
        "3f9c2a7d5e81b046, ben anna cleo eve dan"
    })
    void givenSeed_whenUsersAreOrdered_thenItIsTheOrderOfTheirDigests(String seed, String order) {
        assertThat(Shuffle.order(seed, USERS)).containsExactly(order.split(" "));
    }

    @Test
    void givenIdsThatAreAlike_whenOrdered_thenEachHasItsOwnPlace() {
        assertThat(Shuffle.order("spring", List.of("1", "01", "a", "A", "007", "550e8400-e29b-41d4-a716-446655440000")))
                .containsExactly("550e8400-e29b-41d4-a716-446655440000", "007", "1", "a", "01", "A");
    }

    @Test
    void givenNobody_whenOrdered_thenNobodyIs() {
        assertThat(Shuffle.order("spring", List.of())).isEmpty();
    }

    /** Nobody gains by coming first. */
    @Property(tries = 200)
    void givenAnyUsers_whenTheyCameInAnotherOrder_thenTheyAreLetInInTheSame(
            @ForAll String seed, @ForAll @Size(max = 20) Set<@AlphaChars @NotEmpty String> users) {
        List<String> came = List.copyOf(users);
        List<String> reversed = came.reversed();

        assertThat(Shuffle.order(seed, came))
                .isEqualTo(Shuffle.order(seed, reversed))
                .containsExactlyInAnyOrderElementsOf(users);
    }

    /** Nor does anyone by the others: who comes or goes changes nothing between two who stay. */
    @Property(tries = 200)
    void givenAnyUsers_whenOneIsNotThere_thenTheOthersKeepTheirOrder(
            @ForAll String seed, @ForAll @Size(min = 1, max = 20) Set<@AlphaChars @NotEmpty String> users) {
        String gone = users.iterator().next();
        Set<String> others = new HashSet<>(users);
        others.remove(gone);

        assertThat(Shuffle.order(seed, users))
                .filteredOn(user -> !user.equals(gone))
                .isEqualTo(Shuffle.order(seed, others));
    }

    /** Over many seeds each user is first about as often: within five standard deviations, from fixed seeds. */
    @Test
    void givenManySeeds_whenOrdered_thenEachUserIsFirstAboutAsOften() {
        int seeds = 10_000;
        Map<String, Integer> first = new HashMap<>();
        IntStream.range(0, seeds)
                .forEach(
                        seed -> first.merge(Shuffle.order("seed-" + seed, USERS).getFirst(), 1, Integer::sum));

        assertThat(first).containsOnlyKeys(USERS);
        assertThat(Collections.min(first.values())).isGreaterThan(1_800);
        assertThat(Collections.max(first.values())).isLessThan(2_200);
    }
}
