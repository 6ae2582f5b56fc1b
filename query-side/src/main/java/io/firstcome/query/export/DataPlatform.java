package io.firstcome.query.export;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The external data platform.
 *
 * <p>After a failure it is left alone, each time twice as long, until it answers: who asks meanwhile is told that it is away.
 */
final class DataPlatform {

    private static final Logger log = LoggerFactory.getLogger(DataPlatform.class);
    /** Answers of a server that may take the same later: too slow, too early, too often. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 10;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ExportProperties properties;
    private final HttpClient http;
    private int failures;
    private long nextTry;

    DataPlatform(ExportProperties properties) {
        this.properties = properties;
        this.http = HttpClient.newBuilder().connectTimeout(properties.timeout()).build();
    }

    /**
     * Posts a reservation, under the event's id as its Idempotency-Key.
     *
     * @throws UnavailableException when the platform does not take it now
     * @throws IllegalArgumentException when it will not take it
     */
    synchronized void post(ExportedReservation reservation) {
        if (failures > 0 && System.nanoTime() - nextTry < 0) {
            throw new UnavailableException("The data platform is left alone", null);
        }
        HttpRequest request = HttpRequest.newBuilder(properties.url())
                .timeout(properties.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", reservation.eventId())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(reservation)))
                .build();
        int status = statusOf(request);
        if (status >= 500 || LATER.contains(status)) {
            throw away("The data platform answered " + status, null);
        }
        failures = 0;
        if (status >= 300) {
            throw new IllegalArgumentException("The data platform refuses it with " + status);
        }
        log.debug("Reservation {} is exported", reservation.reservationId());
    }

    private int statusOf(HttpRequest request) {
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException e) {
            throw away("The data platform does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The data platform was not waited for", e);
        }
    }

    private UnavailableException away(String message, @Nullable Throwable cause) {
        long pause = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        nextTry = System.nanoTime() + pause;
        return new UnavailableException(message, cause);
    }

    /** It does not take anything now; it may later. */
    static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnavailableException(String message, @Nullable Throwable cause) {
            // Without a stack: while the platform is away, it is logged with each try.
            super(message, cause, false, false);
        }
    }
}
