package io.firstcome.command.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyMapTest {

    private static final long ABSENT = -7;

    /** Few different ones, so that they meet; the key of all zero bits among them. */
    @Provide
    Arbitrary<List<Map.Entry<Key, Long>>> entries() {
        Arbitrary<Key> keys = Combinators.combine(
                        Arbitraries.longs().between(0, 3), Arbitraries.longs().between(-40, 40))
                .as(Key::new);
        return Combinators.combine(keys, Arbitraries.longs())
                .as(Map::entry)
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 200)
    void givenAnyEntries_whenPut_thenItIsAsAMapOfObjects(@ForAll("entries") List<Map.Entry<Key, Long>> entries)
            throws IOException {
        Map<Key, Long> expected = new HashMap<>();
        KeyMap map = new KeyMap();
        entries.forEach(entry -> {
            map.put(entry.getKey(), entry.getValue());
            expected.put(entry.getKey(), entry.getValue());
        });
        KeyMap read = writtenAndRead(map);

        for (long high = 0; high <= 3; high++) {
            for (long low = -40; low <= 40; low++) {
                Key key = new Key(high, low);
                assertThat(map.get(key, ABSENT)).isEqualTo(expected.getOrDefault(key, ABSENT));
                assertThat(read.get(key, ABSENT)).isEqualTo(expected.getOrDefault(key, ABSENT));
            }
        }
        assertThat(read).isEqualTo(map).hasSameHashCodeAs(map);
    }

    @Test
    void givenManyKeys_whenWrittenAndRead_thenEachHasItsNumber() throws IOException {
        int many = 200_000;
        KeyMap map = new KeyMap();
        IntStream.range(0, many).forEach(i -> map.put(Key.of("payment-" + i), i));
        KeyMap read = writtenAndRead(map);

        assertThat(read).isEqualTo(map);
        assertThat(IntStream.range(0, many)).allMatch(i -> read.get(Key.of("payment-" + i), ABSENT) == i);
        assertThat(read.get(Key.of("other"), ABSENT)).isEqualTo(ABSENT);
    }

    @Test
    void givenMapsThatDifferInOneNumber_whenCompared_thenTheyAreNotEqual() {
        KeyMap one = new KeyMap();
        one.put(Key.of("a"), 1);
        KeyMap other = new KeyMap();
        other.put(Key.of("a"), 2);
        KeyMap zero = new KeyMap();
        zero.put(new Key(0, 0), 1);

        assertThat(one).isNotEqualTo(other).isNotEqualTo(zero).isNotEqualTo(new KeyMap());
        assertThat(zero).isNotEqualTo(new KeyMap());
    }

    private static KeyMap writtenAndRead(KeyMap map) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        map.write(new DataOutputStream(bytes));
        return KeyMap.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
