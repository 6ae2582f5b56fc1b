package io.firstcome.standalone.catalogue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/** What the name of a package says, by the pattern of architecture.md. */
final class Packages {

    private static final List<String> SIDES = List.of("events", "command", "query");

    private Packages() {}

    /** The part after the side: {@code io.firstcome.events.coupon} and {@code io.firstcome.command.coupon.rest} are coupon. */
    static String contextOf(JavaClass type) {
        return contextOf(type.getPackageName());
    }

    static String contextOf(Class<?> type) {
        return contextOf(type.getPackageName());
    }

    private static String contextOf(String packageName) {
        List<String> parts = List.of(packageName.split("\\.", -1));
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (SIDES.contains(parts.get(i))) {
                boolean process = parts.get(i + 1).equals("process") && i + 2 < parts.size();
                return parts.get(process ? i + 2 : i + 1);
            }
        }
        return parts.getLast();
    }

    /** Whether it drives one, or is what they stand on: {@code command.process} and the packages below. */
    static boolean isProcess(JavaClass type) {
        return (type.getPackageName() + ".").contains(".command.process.");
    }

    /**
     * How a sender of commands is shown: {@code REST}, the class of a process, the worker that calls the card gateway, or what admits
     * users to waiting rooms. Others do not count.
     */
    static Optional<String> senderOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.contains(".command.") && name.endsWith(".rest")) {
            return Optional.of("REST");
        }
        if (name.contains(".command.") && name.endsWith(".card")) {
            return Optional.of("CardWorker");
        }
        if (name.endsWith(".command.admission")) {
            return Optional.of("RoomPromoter");
        }
        return isProcess(type) ? Optional.of(type.getSimpleName()) : Optional.empty();
    }
}
