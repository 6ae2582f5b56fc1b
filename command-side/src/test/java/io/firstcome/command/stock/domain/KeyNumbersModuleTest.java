package io.firstcome.command.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeyNumbers;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNumbersModuleTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of(StockAggregate.snapshotModule()));

    @Test
    void givenNumbers_whenWrittenAndRead_thenTheyAreTheSame() {
        KeyNumbers numbers = new KeyNumbers();
        for (int user = 0; user < 300; user++) {
            numbers.set(Key.of("user-" + user), user);
        }

        assertThat(read(json(numbers))).isEqualTo(numbers);
        assertThat(read(json(new KeyNumbers()))).isEqualTo(new KeyNumbers());
        assertThat(json(new KeyNumbers())).isEqualTo("\"AAAAAAA=\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[]", "\"AAAA\"", "\"not base64!\"", "\"\""})
    void givenJsonThatIsNoNumbers_whenRead_thenItFails(String json) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> read(json));
    }

    private String json(KeyNumbers numbers) {
        return serializer.serialize(numbers, String.class).getData();
    }

    private KeyNumbers read(String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json, String.class, KeyNumbers.class.getName(), null));
    }
}
