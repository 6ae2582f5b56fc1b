package io.firstcome.gateway;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator behaves.
 *
 * @param host the address that it listens on
 * @param port where it listens there; 0: any free port
 * @param journal where its books are; null: nowhere, they end with it
 * @param secretKey what the shop must authenticate with
 * @param strict whether a payment key that no checkout gave out is refused
 */
public record SimulatorSettings(
        String host, int port, @Nullable Path journal, String secretKey, Webhook webhook, Times times, boolean strict) {

    /** The key that the one-process run and the tests use. */
    public static final String TEST_KEY = "test_sk_firstcome_simulator";

    /**
     * Whom it tells of status changes.
     *
     * @param url null: nobody
     * @param minute how long a minute is between the resends
     */
    public record Webhook(@Nullable String url, Duration minute) {}

    /**
     * How long things take.
     *
     * @param checkoutWindow how long a buyer may take to authenticate
     * @param confirmWindow how long a shop may take to confirm after that
     * @param slowness how late a {@code timeout-} answer comes
     * @param lateness when a {@code late-} outcome is decided
     */
    public record Times(Duration checkoutWindow, Duration confirmWindow, Duration slowness, Duration lateness) {}

    /** The contract's own times; what is late comes after some seconds. */
    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                "127.0.0.1",
                0,
                null,
                TEST_KEY,
                new Webhook(null, Duration.ofMinutes(1)),
                new Times(
                        Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofSeconds(5)),
                false);
    }

    /** The same on another address, such as {@code 0.0.0.0} in a container. */
    public SimulatorSettings withHost(String value) {
        return new SimulatorSettings(value, port, journal, secretKey, webhook, times, strict);
    }

    /** The same on another port. */
    public SimulatorSettings withPort(int value) {
        return new SimulatorSettings(host, value, journal, secretKey, webhook, times, strict);
    }

    /** The same with its books in a file. */
    public SimulatorSettings withJournal(@Nullable Path value) {
        return new SimulatorSettings(host, port, value, secretKey, webhook, times, strict);
    }

    /** The same with another key of the shop. */
    public SimulatorSettings withSecretKey(String value) {
        return new SimulatorSettings(host, port, journal, value, webhook, times, strict);
    }

    /** The same with webhooks to this address, resent after 1, 4, 16 … such minutes. */
    public SimulatorSettings withWebhook(@Nullable String url, Duration minute) {
        return new SimulatorSettings(host, port, journal, secretKey, new Webhook(url, minute), times, strict);
    }

    /** The same with other windows for the buyer and for the shop. */
    public SimulatorSettings withWindows(Duration checkout, Duration confirm) {
        return with(new Times(checkout, confirm, times.slowness(), times.lateness()));
    }

    /** The same with other delays for what is provoked. */
    public SimulatorSettings withDelays(Duration slow, Duration late) {
        return with(new Times(times.checkoutWindow(), times.confirmWindow(), slow, late));
    }

    private SimulatorSettings with(Times value) {
        return new SimulatorSettings(host, port, journal, secretKey, webhook, value, strict);
    }

    /** The same, but only payment keys that a checkout gave out are known. */
    public SimulatorSettings thatIsStrict() {
        return new SimulatorSettings(host, port, journal, secretKey, webhook, times, true);
    }
}
