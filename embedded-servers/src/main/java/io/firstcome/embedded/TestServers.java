package io.firstcome.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The servers that the tests of one JVM share: each starts when first asked for, in a temporary directory, unless a system property names
 * one that runs anyway: {@code firstcome.test.mysql} (see {@link NamedDatabase}), {@code firstcome.test.redis} (host:port) and {@code
 * firstcome.test.kafka} (host:port,…).
 *
 * <p>The embedded ones end, and the directory is removed, when the JVM has ended, in whatever way; not in a shutdown hook, so that
 * whatever is closed in one still finds its servers. A test that stops a server must start it again.
 */
public final class TestServers {
    private static @Nullable Path dir;
    private static @Nullable TestDatabase named;
    private static @Nullable EmbeddedMariaDb mariaDb;
    private static @Nullable EmbeddedRedis redis;
    private static @Nullable EmbeddedKafka kafka;

    private TestServers() {}

    /** The shared database server; take {@link TestDatabase#freshDatabase()} so that tests do not meet. */
    public static synchronized TestDatabase database() {
        if (!NamedDatabase.isNamed()) {
            return mariaDb();
        }
        if (named == null) {
            named = NamedDatabase.open();
        }
        return named;
    }

    /** Host and port of the shared Redis, database 0 to 15. */
    public static InetSocketAddress redisAddress() {
        String address = System.getProperty("firstcome.test.redis", "");
        if (address.isBlank()) {
            return InetSocketAddress.createUnresolved("127.0.0.1", redis().port());
        }
        int colon = address.lastIndexOf(':');
        return InetSocketAddress.createUnresolved(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /** The bootstrap servers of the shared Kafka. */
    public static String kafkaServers() {
        String named = System.getProperty("firstcome.test.kafka", "");
        return named.isBlank() ? kafka().bootstrapServers() : named;
    }

    /** The embedded MariaDB, for tests that stop or freeze it. */
    public static synchronized EmbeddedMariaDb mariaDb() {
        if (mariaDb == null) {
            mariaDb = EmbeddedMariaDb.start(dir().resolve("mariadb"), MariaDbSettings.TEST, Watchdog.Manner.AT_ONCE);
        }
        return mariaDb;
    }

    /** The embedded Redis, for tests that stop it. */
    public static synchronized EmbeddedRedis redis() {
        if (redis == null) {
            redis = EmbeddedRedis.start(dir().resolve("redis"), Watchdog.Manner.AT_ONCE);
        }
        return redis;
    }

    /** The embedded Kafka broker, for tests that stop it. */
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
