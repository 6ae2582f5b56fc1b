package io.firstcome.standalone;

import io.firstcome.standalone.load.Connection;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import io.firstcome.standalone.load.Tokens;
import io.firstcome.web.security.SecuritySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One standalone system that the tests of this JVM share. Each test makes campaigns and users of its own. */
final class SharedSystem {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static @Nullable StandaloneProcess process;
    private static @Nullable Path log;

    static final Tokens TOKENS = new Tokens(SecuritySettings.STANDALONE_SECRET);
    static final String OPERATOR = TOKENS.token("operator", "OPERATOR");
    static final String AUDITOR = TOKENS.token("auditor", "AUDITOR");

    private SharedSystem() {}

    static synchronized StandaloneProcess get() {
        if (process == null) {
            try {
                Path directory = Files.createTempDirectory("firstcome-it-");
                StandaloneProcess started = StandaloneProcess.start(
                        directory,
                        // So that snapshots are made in tests of a few hundred events.
                        List.of("-Dfirstcome.event-store.snapshot-every=200"));
                Runtime.getRuntime().addShutdownHook(new Thread(started::close));
                process = started;
                log = directory.resolve("log/firstcome.log");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return process;
    }

    /** What the system has logged so far. */
    static synchronized String log() {
        get();
        try {
            return Files.readString(Objects.requireNonNull(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that no other test has. */
    static String newName(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet();
    }

    static Response exchange(Request request) {
        return exchange(get().port(), request);
    }

    static Response exchange(int port, Request request) {
        try (Connection connection = new Connection(port, TIMEOUT_MILLIS)) {
            return connection.exchange(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets up a campaign of that quantity and returns its id. */
    static String newCampaign(int port, int quantity) {
        String id = newName("campaign");
        Response created = exchange(
                port,
                Request.post(
                        "/api/v1/coupon",
                        OPERATOR,
                        "{\"couponId\":\"" + id + "\",\"name\":\"test\",\"quantity\":" + quantity
                                + ",\"discount\":{\"type\":\"FIXED\",\"value\":1000}}"));
        if (created.status() != 201) {
            throw new IllegalStateException("No campaign: " + created);
        }
        return id;
    }

    static Request publish(String couponId, String userId) {
        return Request.post("/api/v1/coupon/publish", TOKENS.customer(userId), publishBody(couponId, userId));
    }

    static String publishBody(String couponId, String userId) {
        return "{\"userId\":\"" + userId + "\",\"couponId\":\"" + couponId + "\"}";
    }
}
