package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouponSnapshotModuleTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of(CouponAggregate.snapshotModule()));

    @Test
    void givenNobody_whenWritten_thenAnEmptyArray() {
        assertThat(json(new Holders())).isEqualTo("[]");
        assertThat(read("[]").layers()).isEmpty();
    }

    @Test
    void givenHolders_whenWrittenAndRead_thenEveryCountIsTheSame() {
        Holders holders = new Holders();
        for (int user = 0; user < 300; user++) {
            for (int piece = 0; piece < user % 4; piece++) {
                holders.add(new UserId("" + user));
                holders.add(new UserId("user-" + user));
            }
        }
        Holders read = read(json(holders));

        assertThat(read.layers()).isEqualTo(holders.layers()).hasSize(3);
        assertThat(IntStream.range(0, 300)).allSatisfy(user -> {
            assertThat(read.count(new UserId("" + user))).isEqualTo(user % 4);
            assertThat(read.count(new UserId("user-" + user))).isEqualTo(user % 4);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{}", "[\"AAAA\"]", "[\"not base64!\"]", "[null]", "[", "\"\"", "7"})
    void givenJsonThatIsNoSetOfHolders_whenRead_thenItFails(String json) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> read(json));
    }

    private String json(Holders holders) {
        return serializer.serialize(holders, String.class).getData();
    }

    /** @throws SerializationException when the text is no JSON of holders */
    private Holders read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, Holders.class.getName(), null));
    }
}
