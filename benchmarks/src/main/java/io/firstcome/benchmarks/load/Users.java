package io.firstcome.benchmarks.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Users, numbered from 1, with a token for each, in a file that the load scripts read: one line each, id and token. */
public record Users(Path file, int count) {

    /** Writes the file anew: tokens are valid for a day. */
    public static Users write(Path file, int count) {
        Tokens tokens = new Tokens();
        try {
            Files.createDirectories(file.getParent());
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (int user = 1; user <= count; user++) {
                    String id = Integer.toString(user);
                    out.write(id + " " + tokens.customer(id) + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Users(file, count);
    }
}
