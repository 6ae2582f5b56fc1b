package io.firstcome.command.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class KeySetTest {

    private static final Key ZERO = new Key(0, 0);

    @Test
    void givenEmptySet_whenAsked_thenItHasNobody() {
        KeySet set = new KeySet();

        assertThat(set.contains(ZERO)).isFalse();
        assertThat(set.contains(new Key(1, 2))).isFalse();
    }

    @Test
    void givenZeroKey_whenAdded_thenItAloneIsThere() {
        KeySet set = setOf(ZERO);

        assertThat(set.contains(ZERO)).isTrue();
        assertThat(set.contains(new Key(0, 1))).isFalse();
        assertThat(set.contains(new Key(1, 0))).isFalse();
    }

    @Test
    void givenKeysThatAreHalfZero_whenAdded_thenTheyAreKeysLikeOthers() {
        KeySet set = setOf(new Key(0, 7), new Key(7, 0));

        assertThat(set.contains(new Key(0, 7))).isTrue();
        assertThat(set.contains(new Key(7, 0))).isTrue();
        assertThat(set.contains(ZERO)).isFalse();
        assertThat(set.contains(new Key(7, 7))).isFalse();
    }

    @Test
    void givenKeysOfOneHash_whenAdded_thenAllAreThere() {
        // high ^ rotateLeft(low, 32) is 0 for all of them, so they begin at one place.
        Key[] colliding = Stream.iterate(1L, low -> low + 1)
                .limit(500)
                .map(low -> new Key(Long.rotateLeft(low, 32), low))
                .toArray(Key[]::new);
        KeySet set = setOf(colliding);

        assertThat(colliding).allMatch(set::contains);
        assertThat(set.contains(new Key(Long.rotateLeft(501L, 32), 501))).isFalse();
    }

    @Test
    void givenManyKeys_whenTheTableGrows_thenNoneIsLost() {
        KeySet set = setOf(keys(1, 20_000));

        assertThat(keys(1, 20_000)).allMatch(set::contains);
        assertThat(keys(2, 20_000)).noneMatch(set::contains);
    }

    @Test
    void givenSameKeyTwice_whenAdded_thenItIsWrittenOnce() {
        assertThat(bytes(setOf(new Key(1, 2), new Key(1, 2), ZERO, ZERO)))
                .isEqualTo(bytes(setOf(ZERO, new Key(1, 2))))
                .hasSize(Integer.BYTES + 1 + 2 * Long.BYTES);
    }

    @Test
    void givenAnySize_whenWrittenAndRead_thenItIsTheSameSet() {
        for (int size : new int[] {0, 1, 10, 11, 12, 21, 22, 1_000, 30_000}) {
            KeySet set = setOf(keys(size, size));
            if (size % 2 == 0) {
                set.add(ZERO);
            }
            KeySet read = read(bytes(set));

            assertThat(read).isEqualTo(set).hasSameHashCodeAs(set);
            assertThat(read.contains(ZERO)).isEqualTo(size % 2 == 0);
            assertThat(keys(size, size)).allMatch(read::contains);
        }
    }

    @Test
    void givenReadSet_whenMoreAreAdded_thenItGrowsOn() {
        KeySet read = read(bytes(setOf(keys(1, 1_000))));
        Stream.of(keys(2, 1_000)).forEach(read::add);

        assertThat(keys(1, 1_000)).allMatch(read::contains);
        assertThat(keys(2, 1_000)).allMatch(read::contains);
        assertThat(keys(3, 1_000)).noneMatch(read::contains);
    }

    /** 1,200,000 keys took 10 s when the table grew while it was read; it takes a tenth of a second. */
    @Test
    void givenTableThatIsRatherFull_whenRead_thenTheTimeIsInProportion() {
        KeySet set = setOf(keys(7, 1_200_000));
        byte[] bytes = bytes(set);

        KeySet read = Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(bytes));

        assertThat(read.equals(set)).isTrue();
    }

    @Test
    void givenSets_whenCompared_thenOnlySameKeysAreEqual() {
        KeySet set = setOf(keys(1, 100));

        assertThat(set).isEqualTo(setOf(keys(1, 100)));
        assertThat(set).isNotEqualTo(setOf(keys(2, 100)));
        assertThat(set).isNotEqualTo(setOf(keys(1, 99)));
        assertThat(setOf(ZERO)).isNotEqualTo(new KeySet());
    }

    private static Key[] keys(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> new Key(random.nextLong(), random.nextLong()))
                .limit(count)
                .toArray(Key[]::new);
    }

    private static KeySet setOf(Key... keys) {
        KeySet set = new KeySet();
        for (Key key : keys) {
            set.add(key);
        }
        return set;
    }

    private static byte[] bytes(KeySet set) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            set.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static KeySet read(byte[] bytes) {
        try {
            return KeySet.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
