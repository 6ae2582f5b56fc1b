package io.firstcome.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which outcome a tester wants: by the beginning of the payment key, or told beforehand. */
final class ScriptedOutcomes {

    /** What a call is to come to. */
    enum Kind {
        /** As it should be. */
        NORMAL,
        /** Refused with a code. */
        DECLINE,
        /** Done, but answered too late. */
        TIMEOUT,
        /** Done, but the connection is cut. */
        LOST,
        /** Answered with 500; done a little later. */
        LATE,
        /** Answered with 500; refused a little later. */
        LATE_DECLINE,
        /** Answered with 500 and not done. */
        ERROR
    }

    /** @param code what it is refused with */
    record Provocation(Kind kind, String code) {}

    static final String CONFIRM = "confirm";
    static final String CANCEL = "cancel";

    /** For any payment. */
    static final String ANY = "*";

    private static final Provocation NORMAL = new Provocation(Kind.NORMAL, "");

    private final Map<String, Deque<Provocation>> told = new HashMap<>();

    /** The next {@code times} calls of {@code operation} for the payment, or for any, come to this. */
    synchronized void tell(String operation, String paymentKey, Provocation provocation, int times) {
        Deque<Provocation> queue = told.computeIfAbsent(operation + " " + paymentKey, key -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(provocation);
        }
    }

    /** What this call is to come to. */
    synchronized Provocation next(String operation, String paymentKey) {
        Provocation next = poll(operation + " " + paymentKey);
        if (next == null) {
            next = poll(operation + " " + ANY);
        }
        return next == null ? byPrefix(operation, paymentKey) : next;
    }

    private @Nullable Provocation poll(String key) {
        Deque<Provocation> queue = told.get(key);
        return queue == null ? null : queue.poll();
    }

    /** {@code decline-…} for confirm, {@code cancel-decline-…} for cancel; a code may follow: {@code decline-FDS_ERROR-…}. */
    private static Provocation byPrefix(String operation, String paymentKey) {
        String key = paymentKey;
        if (operation.equals(CANCEL)) {
            if (!key.startsWith("cancel-")) {
                return NORMAL;
            }
            key = key.substring("cancel-".length());
        }
        for (Kind kind : new Kind[] {Kind.LATE_DECLINE, Kind.DECLINE, Kind.TIMEOUT, Kind.LOST, Kind.LATE, Kind.ERROR}) {
            String prefix = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
            if (key.startsWith(prefix)) {
                return new Provocation(kind, codeIn(key.substring(prefix.length()), operation));
            }
        }
        return NORMAL;
    }

    private static String codeIn(String rest, String operation) {
        int end = rest.indexOf('-');
        String code = end < 0 ? rest : rest.substring(0, end);
        return ErrorCodes.isKnown(code) ? code : usual(operation);
    }

    /** What a rejection is mostly called. */
    static String usual(String operation) {
        return operation.equals(CANCEL) ? "REFUND_REJECTED" : "REJECT_CARD_PAYMENT";
    }
}
