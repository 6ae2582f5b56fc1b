package io.firstcome.command.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeyToIntTable;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNumbersModuleTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of(new KeyNumbersModule()));

    @Test
    void givenNumbers_whenWrittenAndRead_thenTheyAreTheSame() {
        KeyToIntTable numbers = new KeyToIntTable();
        for (int user = 0; user < 300; user++) {
            numbers.set(Key.of("user-" + user), user);
        }

        assertThat(read(json(numbers))).isEqualTo(numbers);
        assertThat(read(json(new KeyToIntTable()))).isEqualTo(new KeyToIntTable());
        assertThat(json(new KeyToIntTable())).isEqualTo("\"AAAAAAA=\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[]", "\"AAAA\"", "\"not base64!\"", "\"\""})
    void givenJsonThatIsNoNumbers_whenRead_thenItFails(String json) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> read(json));
    }

    private String json(KeyToIntTable numbers) {
        return serializer.serialize(numbers, String.class).getData();
    }

    private KeyToIntTable read(String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json, String.class, KeyToIntTable.class.getName(), null));
    }
}
