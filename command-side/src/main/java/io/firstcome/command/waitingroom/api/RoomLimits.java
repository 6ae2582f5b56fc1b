package io.firstcome.command.waitingroom.api;

import io.firstcome.events.Texts;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;

/** What the numbers of a room may be. */
public final class RoomLimits {

    public static final int MAX_NAME_LENGTH = 100;
    public static final int MAX_PROTECTS = 20;
    public static final int MAX_CAPACITY = 100_000;
    public static final int MAX_PER_MINUTE = 1_000_000;
    public static final int MAX_ADMISSION_MINUTES = 1_440;
    public static final int MIN_IDLE_SECONDS = 5;
    public static final int MAX_IDLE_SECONDS = 86_400;

    private RoomLimits() {}

    static void require(RoomTerms terms) {
        if (terms.name().isBlank() || Texts.length(terms.name()) > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("name is not blank and has at most " + MAX_NAME_LENGTH + " characters");
        }
        requireBetween("the number of protected things", terms.protects().size(), 1, MAX_PROTECTS);
        if (terms.protects().stream().distinct().count() < terms.protects().size()) {
            throw new IllegalArgumentException("protects names each thing once");
        }
        requireCapacity(terms.capacity());
        requirePerMinute(terms.admitPerMinute());
        requireBetween("admissionMinutes", terms.admissionMinutes(), 1, MAX_ADMISSION_MINUTES);
        requireBetween("idleSeconds", terms.idleSeconds(), MIN_IDLE_SECONDS, MAX_IDLE_SECONDS);
        if ((terms.order() == RoomOrder.SHUFFLE) != (terms.commitment() != null)) {
            throw new IllegalArgumentException("a commitment belongs to SHUFFLE");
        }
    }

    static void requireCapacity(int capacity) {
        requireBetween("capacity", capacity, 1, MAX_CAPACITY);
    }

    static void requirePerMinute(int admitPerMinute) {
        requireBetween("admitPerMinute", admitPerMinute, 1, MAX_PER_MINUTE);
    }

    private static void requireBetween(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " is " + min + " to " + max);
        }
    }
}
