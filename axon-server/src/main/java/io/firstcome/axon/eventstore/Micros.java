package io.firstcome.axon.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as they are stored: microseconds since 1970-01-01T00:00:00Z, free of the database's time zone. */
public final class Micros {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Micros() {}

    public static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / NANOS_PER_MICRO);
    }

    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
