package io.firstcome.command.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyToIntTableTest {

    private static final Key ZERO = new Key(0, 0);
    private static final Key KEY = new Key(1, 2);

    @Test
    void givenNothing_whenAsked_thenEveryNumberIsZero() {
        assertThat(new KeyToIntTable().get(KEY)).isZero();
        assertThat(new KeyToIntTable().get(ZERO)).isZero();
    }

    @Test
    void givenZeroKeyAndHalfZeroKeys_whenSet_thenTheyAreKeysLikeOthers() {
        KeyToIntTable numbers = new KeyToIntTable();
        numbers.set(ZERO, 5);
        numbers.set(new Key(0, 7), 6);
        numbers.set(new Key(7, 0), 7);

        assertThat(numbers.get(ZERO)).isEqualTo(5);
        assertThat(numbers.get(new Key(0, 7))).isEqualTo(6);
        assertThat(numbers.get(new Key(7, 0))).isEqualTo(7);
        assertThat(numbers.get(new Key(7, 7))).isZero();
    }

    @Test
    void givenNumber_whenAddedTo_thenItIsNeverBelowZero() {
        KeyToIntTable numbers = new KeyToIntTable();
        numbers.add(KEY, 3);
        numbers.add(KEY, -1);
        assertThat(numbers.get(KEY)).isEqualTo(2);

        numbers.add(KEY, -5);
        assertThat(numbers.get(KEY)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.set(KEY, -1));
    }

    /** Users who come and go must not fill the table for ever. */
    @Test
    void givenNumbersThatFellToZero_whenOthersCome_thenTheTableDoesNotGrow() {
        KeyToIntTable numbers = new KeyToIntTable();
        for (int i = 1; i <= 100_000; i++) {
            numbers.set(new Key(i, i), 1);
            numbers.set(new Key(i, i), 0);
        }

        assertThat(numbers)
                .extracting("table.table", InstanceOfAssertFactories.LONG_ARRAY)
                .hasSizeLessThan(32 * KeyTable.KEYS_AND_VALUES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 1_000, 30_000})
    void givenRandomChanges_whenComparedWithAPlainMap_thenTheySayTheSame(int keys) {
        Random random = new Random(keys);
        KeyToIntTable numbers = new KeyToIntTable();
        Map<Key, Integer> plain = new HashMap<>();
        for (int i = 0; i < keys * 3; i++) {
            Key key = new Key(random.nextInt(keys), random.nextInt(2));
            int number = random.nextInt(4) * random.nextInt(100_000);
            numbers.set(key, number);
            plain.put(key, number);
        }
        KeyToIntTable read = read(bytes(numbers));

        assertThat(plain).allSatisfy((key, number) -> {
            assertThat(numbers.get(key)).isEqualTo(number);
            assertThat(read.get(key)).isEqualTo(number);
        });
        assertThat(read).isEqualTo(numbers).hasSameHashCodeAs(numbers);
    }

    @Test
    void givenAnyNumber_whenWrittenAndRead_thenItIsTheSame() {
        for (int number : new int[] {0, 1, 127, 128, 16_383, 16_384, 1 << 28, Integer.MAX_VALUE}) {
            KeyToIntTable numbers = new KeyToIntTable();
            numbers.set(KEY, number);
            numbers.set(ZERO, number);

            assertThat(read(bytes(numbers)).get(KEY)).isEqualTo(number);
            assertThat(read(bytes(numbers)).get(ZERO)).isEqualTo(number);
        }
    }

    @Test
    void givenSmallNumbers_whenWritten_thenAKeyTakes17Bytes() {
        KeyToIntTable numbers = new KeyToIntTable();
        for (int i = 1; i <= 1_000; i++) {
            numbers.set(new Key(i, i), 127);
        }

        assertThat(bytes(numbers)).hasSize(Integer.BYTES + 1 + 1_000 * 17);
    }

    @Test
    void givenNumbers_whenCompared_thenOnlyTheSameAreEqual() {
        KeyToIntTable numbers = new KeyToIntTable();
        numbers.set(KEY, 1);
        KeyToIntTable other = new KeyToIntTable();
        other.set(new Key(9, 9), 4);
        other.set(KEY, 1);
        assertThat(numbers).isNotEqualTo(other);

        other.set(new Key(9, 9), 0);
        assertThat(numbers).isEqualTo(other);

        other.set(KEY, 2);
        assertThat(numbers).isNotEqualTo(other);
        numbers.set(ZERO, 1);
        assertThat(numbers).isNotEqualTo(new KeyToIntTable());
    }

    private static byte[] bytes(KeyToIntTable numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            numbers.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static KeyToIntTable read(byte[] bytes) {
        try {
            return KeyToIntTable.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
