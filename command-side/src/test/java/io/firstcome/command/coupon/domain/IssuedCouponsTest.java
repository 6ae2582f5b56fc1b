package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.Ids;
import io.firstcome.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssuedCouponsTest {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final Instant NOW = Campaign.NOW;
    private static final Instant LATER = NOW.plusSeconds(60);

    /** Ids that are easily taken for one another, and those at a bound. */
    static List<String> ids() {
        return List.of(
                "0",
                "00",
                "7",
                "07",
                "007",
                "-7",
                "7.0",
                "7e0",
                "a",
                "A",
                "9999999999", // 10 digits, the greatest that counts as a number
                "10000000000",
                "09999999999",
                "999999999999999999",
                "1000000000000000000",
                "9223372036854775807",
                "9223372036854775808",
                "099999999999999999",
                "550e8400-e29b-41d4-a716-446655440000",
                "550E8400-E29B-41D4-A716-446655440000",
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-000000000007",
                "00000000-0000-0000-0000-0002540be3ff",
                "z".repeat(64),
                "9".repeat(64));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void givenPieceOfOneUser_whenAsked_thenNobodyElseHasOne(String id) {
        IssuedCoupons pieces = new IssuedCoupons();
        pieces.add(new UserId(id), LATER);

        assertThat(ids())
                .filteredOn(other -> pieces.count(new UserId(other)) > 0)
                .containsExactly(id);
    }

    @Test
    void givenPieceOfEach_whenAsked_thenEachHasTheirOwn() {
        IssuedCoupons pieces = new IssuedCoupons();
        ids().forEach(id -> pieces.add(new UserId(id), LATER));

        assertThat(ids()).allSatisfy(id -> {
            assertThat(pieces.count(new UserId(id))).isEqualTo(1);
            assertThat(pieces.firstToExpire(new UserId(id), NOW, serial -> false))
                    .isEqualTo(ids().indexOf(id) + 1);
        });
    }

    @Test
    void givenDigitsOfAnotherScript_whenTakenForAnId_thenTheyAreNone() {
        assertThat(Ids.isValid("\u0667")).isFalse();
    }

    @Test
    void givenSomePiecesOfAUser_whenAsked_thenTheFirstToExpireOfThoseThatAreFreeAndValid() {
        IssuedCoupons pieces = new IssuedCoupons();
        pieces.add(ANNA, LATER.plusSeconds(1));
        pieces.add(BEN, LATER.minusSeconds(1));
        pieces.add(ANNA, LATER);
        pieces.add(ANNA, LATER);

        assertThat(pieces.issued()).isEqualTo(4);
        assertThat(pieces.count(ANNA)).isEqualTo(3);
        assertThat(pieces.firstToExpire(ANNA, NOW, serial -> false)).isEqualTo(3);
        assertThat(pieces.firstToExpire(ANNA, NOW, Set.of(3)::contains)).isEqualTo(4);
        assertThat(pieces.firstToExpire(ANNA, NOW, Set.of(3, 4)::contains)).isEqualTo(1);
        assertThat(pieces.firstToExpire(ANNA, NOW, Set.of(1, 3, 4)::contains)).isZero();
        assertThat(pieces.firstToExpire(ANNA, LATER, serial -> false)).isEqualTo(1);
        assertThat(pieces.firstToExpire(ANNA, LATER.plusSeconds(1), serial -> false))
                .isZero();
        assertThat(pieces.firstToExpire(new UserId("carl"), NOW, serial -> false))
                .isZero();
    }
}
