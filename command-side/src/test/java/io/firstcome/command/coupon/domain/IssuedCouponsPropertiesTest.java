package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The compact pieces hold what a plain map holds. */
class IssuedCouponsPropertiesTest {

    @Provide
    Arbitrary<List<String>> users() {
        Arbitrary<String> numbers = Arbitraries.longs().between(0, 200).map(String::valueOf);
        Arbitrary<String> bigNumbers =
                Arbitraries.longs().between(9_999_999_000L, 10_000_001_000L).map(String::valueOf);
        Arbitrary<String> padded = Arbitraries.integers().between(0, 200).map("%04d"::formatted);
        Arbitrary<String> uuids = Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs()),
                        Arbitraries.oneOf(Arbitraries.longs().between(0, 200), Arbitraries.longs()))
                .as((high, low) -> new UUID(high, low).toString());
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("aAbB01.-_~").ofMinLength(1).ofMaxLength(4);
        return Arbitraries.oneOf(numbers, bigNumbers, padded, uuids, texts)
                .list()
                .ofMaxSize(300);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void givenAnyUsers_whenTheyGetPieces_thenEachHasExactlyThese(
            @ForAll("users") List<String> given, @ForAll("users") List<String> asked) {
        IssuedCoupons pieces = new IssuedCoupons();
        Map<String, List<Integer>> plain = new HashMap<>();
        for (String user : given) {
            pieces.add(new UserId(user), Campaign.NOW);
            plain.computeIfAbsent(user, first -> new ArrayList<>()).add(pieces.issued());
        }
        IssuedCoupons read = IssuedCouponsBytes.read(IssuedCouponsBytes.of(pieces));

        for (IssuedCoupons each : List.of(pieces, read)) {
            assertThat(plain)
                    .allSatisfy(
                            (user, serials) -> assertThat(serialsOf(each, user)).isEqualTo(serials));
            assertThat(asked)
                    .allSatisfy(user -> assertThat(each.count(new UserId(user)))
                            .isEqualTo(plain.getOrDefault(user, List.of()).size()));
        }
    }

    /** One after the other, each being used up. */
    private static List<Integer> serialsOf(IssuedCoupons pieces, String user) {
        List<Integer> used = new ArrayList<>();
        int next = next(pieces, user, used);
        while (next != 0) {
            used.add(next);
            next = next(pieces, user, used);
        }
        return used;
    }

    private static int next(IssuedCoupons pieces, String user, List<Integer> used) {
        return pieces.firstToExpire(new UserId(user), Campaign.NOW.minusSeconds(1), used::contains);
    }
}
