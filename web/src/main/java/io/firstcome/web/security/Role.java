package io.firstcome.web.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller may do. The names are those of the token's {@code roles} claim. */
public enum Role {
    /** Acts for themself. */
    CUSTOMER,
    /** Runs sales, and may act for a customer. */
    OPERATOR,
    /** Reads the event history. */
    AUDITOR,
    /** Is an operator and an auditor. */
    ADMIN;

    /** The role of this name, or null when there is none. */
    static @Nullable Role byName(String name) {
        return switch (name) {
            case "CUSTOMER" -> CUSTOMER;
            case "OPERATOR" -> OPERATOR;
            case "AUDITOR" -> AUDITOR;
            case "ADMIN" -> ADMIN;
            default -> null;
        };
    }

    /** The roles together with those that they include. */
    static Set<Role> withIncluded(Collection<Role> granted) {
        EnumSet<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(granted);
        if (all.contains(ADMIN)) {
            all.add(OPERATOR);
            all.add(AUDITOR);
        }
        return all;
    }
}
