package io.firstcome.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The servers that the tests of one JVM share: each starts when first asked for, in a temporary directory.
 *
 * <p>They end, and the directory is removed, when the JVM has ended, in whatever way; not in a shutdown hook, so that
 * whatever is closed in one still finds its servers. A test that stops a server must start it again.
 */
public final class TestServers {
    private static @Nullable Path dir;
    private static @Nullable EmbeddedMariaDb mariaDb;
    private static @Nullable EmbeddedRedis redis;
    private static @Nullable EmbeddedKafka kafka;

    private TestServers() {}

    /** The shared MariaDB; take {@link EmbeddedMariaDb#freshDatabase()} so that tests do not meet. */
    public static synchronized EmbeddedMariaDb mariaDb() {
        if (mariaDb == null) {
            mariaDb = EmbeddedMariaDb.start(dir().resolve("mariadb"), MariaDbSettings.TEST, Watchdog.Manner.AT_ONCE);
        }
        return mariaDb;
    }

    /** The shared Redis, database 0 to 15. */
    public static synchronized EmbeddedRedis redis() {
        if (redis == null) {
            redis = EmbeddedRedis.start(dir().resolve("redis"), Watchdog.Manner.AT_ONCE);
        }
        return redis;
    }

    /** The shared Kafka broker, without topics. */
    public static synchronized EmbeddedKafka kafka() {
        if (kafka == null) {
            kafka = EmbeddedKafka.start(dir().resolve("kafka"));
        }
        return kafka;
    }

    private static Path dir() {
        if (dir == null) {
            try {
                dir = Files.createTempDirectory("firstcome-test-");
                Watchdog.removing(dir);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return dir;
    }
}
