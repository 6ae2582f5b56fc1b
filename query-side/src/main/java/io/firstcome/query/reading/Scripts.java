package io.firstcome.query.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** The scripts that Redis runs, as text: a script that is a resource is looked for on the class path at every use. */
public final class Scripts {

    private Scripts() {}

    /** The script in that file of the class path; it returns a number. */
    public static RedisScript<Long> load(String path) {
        try {
            return RedisScript.of(new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8), Long.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The program lacks " + path, e);
        }
    }
}
