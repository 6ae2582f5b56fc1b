package io.firstcome.web.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

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
