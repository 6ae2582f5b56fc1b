package io.firstcome.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The books as a file: a line of JSON for each step, never changed. Written before the step is answered, so that what was
 * answered survives a kill; a power cut is none of its business.
 */
final class Journal implements AutoCloseable {

    /**
     * One step.
     *
     * @param payment what it made of the payment; null: nothing
     * @param answer what is told again to who asks again; null: nothing
     */
    record Line(@Nullable Payment payment, @Nullable Answer answer) {}

    private final @Nullable FileChannel file;

    private Journal(@Nullable FileChannel file) {
        this.file = file;
    }

    /** Reads what is there, in its order; a last line that was cut off is dropped. */
    static Journal open(@Nullable Path path, Consumer<Line> replay) {
        if (path == null) {
            return new Journal(null);
        }
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            long whole = Files.exists(path) ? replay(path, replay) : 0;
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
            return new Journal(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long replay(Path path, Consumer<Line> replay) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            String text = new String(bytes, begin, i - begin, StandardCharsets.UTF_8);
            try {
                replay.accept(Json.value(text, Line.class));
            } catch (JacksonException e) {
                throw new IOException("The journal " + path + " is damaged at byte " + begin, e);
            }
            begin = i + 1;
        }
        return begin;
    }

    void write(Line line) {
        if (file == null) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
