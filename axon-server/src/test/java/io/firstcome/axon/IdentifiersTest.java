package io.firstcome.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private final Identifiers identifiers = new Identifiers();

    @Test
    void givenAxon_whenItMakesAnIdentifier_thenItAsksThese() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(Identifiers.class);
    }

    @Test
    void givenAnIdentifier_whenReadAsUuid_thenItIsLikeARandomOne() {
        String identifier = identifiers.generateIdentifier();

        UUID uuid = UUID.fromString(identifier);
        assertThat(uuid).hasToString(identifier);
        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void givenManyThreads_whenEachMakesMany_thenNoneIsMadeTwice() {
        Set<String> made = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 200_000).parallel().forEach(number -> made.add(identifiers.generateIdentifier()));

        assertThat(made).hasSize(200_000);
    }

    @Test
    void givenTwoProcesses_whenBothMakeMany_thenNoneIsMadeByBoth() {
        Identifiers others = new Identifiers();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            made.add(identifiers.generateIdentifier());
            made.add(others.generateIdentifier());
        }

        assertThat(made).hasSize(100_000);
    }

    /** What is compared by its first digits, or sorted, is spread evenly. */
    @Test
    void givenMany_whenSortedByTheirFirstDigit_thenEachHasItsShare() {
        int[] shares = new int[16];
        for (int i = 0; i < 16_000; i++) {
            shares[Character.digit(identifiers.generateIdentifier().charAt(0), 16)]++;
        }

        assertThat(IntStream.of(shares)).allMatch(share -> share > 800 && share < 1_200);
    }
}
