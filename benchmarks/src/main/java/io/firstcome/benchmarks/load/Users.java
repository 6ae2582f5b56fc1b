package io.firstcome.benchmarks.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Customers with a token each, in a file for {@code wrk}: each line an id, a space and a token.
 *
 * @param count how many there are
 */
public record Users(Path file, int count) {

    /**
     * Writes the file anew: tokens are valid for a day.
     *
     * @param prefix what the ids begin with; a number from 1 follows
     */
    public static Users write(Path file, String prefix, int count) {
        try {
            Files.createDirectories(file.getParent());
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (int user = 1; user <= count; user++) {
                    String id = prefix + user;
                    out.write(id + " " + Tokens.customer(id) + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Users(file, count);
    }
}
