package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The compact sets hold what plain sets hold. */
class UserSetPropertiesTest {

    @Provide
    Arbitrary<List<String>> users() {
        Arbitrary<String> numbers = Arbitraries.longs().between(0, 200).map(String::valueOf);
        Arbitrary<String> bigNumbers =
                Arbitraries.longs().between(9_999_999_000L, 10_000_001_000L).map(String::valueOf);
        Arbitrary<String> padded = Arbitraries.integers().between(0, 200).map("%04d"::formatted);
        Arbitrary<String> uuids = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new UUID(high, low).toString());
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("aAbB01.-_~").ofMinLength(1).ofMaxLength(4);
        return Arbitraries.oneOf(numbers, bigNumbers, padded, uuids, texts)
                .list()
                .ofMaxSize(300);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void givenAnyUsers_whenAdded_thenExactlyTheseAreThere(
            @ForAll("users") List<String> added, @ForAll("users") List<String> asked) {
        UserSet set = new UserSet();
        added.forEach(user -> set.add(new UserId(user)));
        UserSet read = UserSet.fromBytes(set.toBytes());
        Set<String> plain = new HashSet<>(added);

        assertThat(read).isEqualTo(set);
        assertThat(added).allMatch(user -> set.contains(new UserId(user)) && read.contains(new UserId(user)));
        assertThat(asked)
                .allMatch(user -> set.contains(new UserId(user)) == plain.contains(user)
                        && read.contains(new UserId(user)) == plain.contains(user));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void givenAnyUsers_whenTheyGetPieces_thenEachIsCounted(@ForAll("users") List<String> added) {
        Holders holders = new Holders();
        Map<String, Integer> plain = new HashMap<>();
        for (String user : added) {
            holders.add(new UserId(user));
            plain.merge(user, 1, Integer::sum);
        }

        assertThat(plain)
                .allSatisfy((user, pieces) ->
                        assertThat(holders.count(new UserId(user))).isEqualTo(pieces));
    }
}
