package io.firstcome.query.bridge;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.serialization.UpcastingSerializer;
import io.firstcome.axon.upcasting.Upcasters;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * An event by its approved stored JSON, in any revision that was ever written.
 *
 * @param name {@code <context>/<event>-<revision>[-<variant>]}
 * @param stored its JSON
 */
record StoredExample(String name, String stored) {

    private static final Serializer SERIALIZER = new UpcastingSerializer(Serializers.forEvents(), Upcasters.chain());

    static List<StoredExample> all() throws IOException, URISyntaxException {
        URL found = Objects.requireNonNull(StoredExample.class.getResource("/contracts"), "approved events");
        Path contracts = Path.of(found.toURI());
        try (Stream<Path> files = Files.walk(contracts)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> new StoredExample(name(contracts, file), text(file)))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    private static String name(Path contracts, Path file) {
        return contracts.relativize(file).toString().replace('\\', '/').replace(".json", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }

    /** The event of today that the JSON is read as. */
    Object event() {
        String[] parts = name.substring(name.indexOf('/') + 1).split("-", -1);
        return SERIALIZER.deserialize(new SimpleSerializedObject<>(stored, String.class, parts[0], parts[1]));
    }

    /** The approved text of its message. */
    String published() {
        URL approved = StoredExample.class.getResource("/messages/" + name + ".txt");
        try {
            return text(Path.of(Objects.requireNonNull(approved, "no approved message of " + name)
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
