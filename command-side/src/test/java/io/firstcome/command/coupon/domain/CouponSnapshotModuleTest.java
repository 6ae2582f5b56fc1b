package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.UserId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouponSnapshotModuleTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of(new CouponSnapshotModule()));

    @Test
    void givenNoPiece_whenWrittenAndRead_thenThereIsNone() {
        IssuedCoupons read = read(json(new IssuedCoupons()));

        assertThat(read.issued()).isZero();
        assertThat(read.count(new UserId("1"))).isZero();
    }

    @Test
    void givenPieces_whenWrittenAndRead_thenEachIsAsItWas() {
        IssuedCoupons pieces = pieces();
        IssuedCoupons read = read(json(pieces));

        assertThat(read.issued()).isEqualTo(pieces.issued()).isEqualTo(900);
        assertThat(IntStream.rangeClosed(1, 900))
                .allMatch(serial -> read.userOf(serial).equals(pieces.userOf(serial))
                        && read.expiry(serial).equals(pieces.expiry(serial)));
        assertThat(IntStream.range(0, 300)).allSatisfy(user -> {
            assertThat(read.count(new UserId("" + user))).isEqualTo(user % 4);
            assertThat(read.count(new UserId("user-" + user))).isEqualTo(user % 4);
        });
    }

    @Test
    void givenPiecesThatWereRead_whenMoreAreAdded_thenTheyFollow() {
        IssuedCoupons read = read(json(pieces()));
        read.add(new UserId("user-3"), Campaign.NOW);

        assertThat(read.issued()).isEqualTo(901);
        assertThat(read.count(new UserId("user-3"))).isEqualTo(4);
    }

    /** Expiries that go up and down, before 1970 too. */
    private static IssuedCoupons pieces() {
        IssuedCoupons pieces = new IssuedCoupons();
        for (int user = 0; user < 300; user++) {
            for (int piece = 0; piece < user % 4; piece++) {
                pieces.add(new UserId("" + user), Campaign.NOW.plus(Duration.ofMinutes(user % 7)));
                pieces.add(new UserId("user-" + user), Campaign.NOW.minus(Duration.ofDays(100L * user)));
            }
        }
        return pieces;
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{}", "\"AAAA\"", "\"not base64!\"", "[null]", "[", "\"\"", "7"})
    void givenJsonThatIsNoPieces_whenRead_thenItFails(String json) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> read(json));
    }

    @Test
    void givenBytesThatWereCutOff_whenRead_thenItFails() {
        byte[] whole = IssuedCouponsBytes.of(pieces());

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() ->
                        read("\"" + Base64.getEncoder().encodeToString(Arrays.copyOf(whole, whole.length / 2)) + "\""));
    }

    private String json(IssuedCoupons pieces) {
        return serializer.serialize(pieces, String.class).getData();
    }

    /** @throws SerializationException when the text is no JSON of pieces */
    private IssuedCoupons read(String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json, String.class, IssuedCoupons.class.getName(), null));
    }
}
