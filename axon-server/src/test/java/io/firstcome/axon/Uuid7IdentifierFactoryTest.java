package io.firstcome.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class Uuid7IdentifierFactoryTest {

    private final Uuid7IdentifierFactory identifiers = new Uuid7IdentifierFactory();

    @Test
    void givenAxon_whenItMakesAnIdentifier_thenItAsksThese() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(Uuid7IdentifierFactory.class);
    }

    @Test
    void givenAnIdentifier_whenReadAsUuid_thenItIsOfVersion7() {
        String identifier = identifiers.generateIdentifier();

        UUID uuid = UUID.fromString(identifier);
        assertThat(uuid).hasToString(identifier);
        assertThat(uuid.version()).isEqualTo(7);
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
        Uuid7IdentifierFactory others = new Uuid7IdentifierFactory();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            made.add(identifiers.generateIdentifier());
            made.add(others.generateIdentifier());
        }

        assertThat(made).hasSize(100_000);
    }

    @Test
    void givenIdentifiersOfOneProcess_whenSorted_thenTheyAreInTheOrderTheyWereMadeIn() {
        List<String> made = IntStream.range(0, 10_000)
                .mapToObj(number -> identifiers.generateIdentifier())
                .toList();

        assertThat(made).isSorted();
    }
}
