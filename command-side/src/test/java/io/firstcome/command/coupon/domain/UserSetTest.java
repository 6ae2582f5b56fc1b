package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.events.Ids;
import io.firstcome.events.UserId;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserSetTest {

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
                "9999999999", // 10 digits, the greatest number that goes into the bitmap
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
                "z".repeat(64),
                "9".repeat(64));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void givenOneUser_whenAsked_thenNobodyElseIsThere(String id) {
        UserSet set = setOf(List.of(id));

        assertThat(ids()).filteredOn(other -> set.contains(new UserId(other))).containsExactly(id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void givenAllButOne_whenAsked_thenThatOneIsMissing(String id) {
        UserSet set = setOf(ids().stream().filter(other -> !other.equals(id)).toList());

        assertThat(ids()).filteredOn(other -> !set.contains(new UserId(other))).containsExactly(id);
    }

    @Test
    void givenDigitsOfAnotherScript_whenTakenForAnId_thenTheyAreNone() {
        assertThat(Ids.isValid("\u0667")).isFalse();
    }

    @Test
    void givenMixedUsers_whenWrittenAndRead_thenTheyAreTheSame() {
        UserSet set = setOf(ids());
        UserSet read = UserSet.fromBytes(set.toBytes());

        assertThat(read).isEqualTo(set).hasSameHashCodeAs(set);
        assertThat(ids()).allMatch(id -> read.contains(new UserId(id)));
        assertThat(read.contains(new UserId("8"))).isFalse();
    }

    @Test
    void givenEmptySet_whenWrittenAndRead_thenItIsEmpty() {
        UserSet read = UserSet.fromBytes(new UserSet().toBytes());

        assertThat(read).isEqualTo(new UserSet());
        assertThat(ids()).noneMatch(id -> read.contains(new UserId(id)));
    }

    @Test
    void givenSameUsersInAnotherOrder_whenCompared_thenTheyAreEqual() {
        assertThat(setOf(ids())).isEqualTo(setOf(ids().reversed()));
        assertThat(setOf(ids())).isNotEqualTo(setOf(ids().subList(1, ids().size())));
    }

    @Test
    void givenBytesThatWereCutOff_whenRead_thenItFails() {
        byte[] whole = setOf(IntStream.range(0, 100).mapToObj(i -> "user-" + i).toList())
                .toBytes();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> UserSet.fromBytes(Arrays.copyOf(whole, whole.length - 1)));
    }

    private static UserSet setOf(List<String> ids) {
        UserSet set = new UserSet();
        ids.forEach(id -> set.add(new UserId(id)));
        return set;
    }
}
