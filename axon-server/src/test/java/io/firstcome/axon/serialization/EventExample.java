package io.firstcome.axon.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An event and the JSON that was approved for it.
 *
 * @param file {@code <context>/<event>-<revision>[-<variant>]}
 */
record EventExample(String file, Object event) {

    String name() {
        return file.substring(file.indexOf('/') + 1, file.indexOf('-'));
    }

    String revision() {
        return file.substring(file.indexOf('-') + 1).split("-", -1)[0];
    }

    /** The approved JSON: the one line of the file. */
    String approved() {
        String path = "/contracts/" + file + ".json";
        try (InputStream in = EventExample.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("There is no approved JSON at src/test/resources" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
