package io.firstcome.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON files, from which the tables can be made again. */
public final class RawResults {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RawResults() {}

    /** Writes it into that directory, under a name by its time and commit; one that is there is replaced. */
    public static Path write(RunResult result, Path directory) {
        Path file = directory.resolve(
                result.at().replaceAll("[^0-9T]", "") + "-" + result.commit().replaceAll("[^0-9a-f]", "") + ".json");
        try {
            Files.createDirectories(directory);
            Path whole = Files.writeString(
                    directory.resolve(file.getFileName() + ".part"), JSON.writeValueAsString(result) + "\n");
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunResult read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), RunResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
