package io.firstcome.benchmarks.baseline;

import java.util.List;
import java.util.Locale;

/** What ours is compared with; each runs in a process of its own. */
public enum BaselineKind {
    /** Endpoints that do nothing, by Spring MVC as in any such application. */
    NOOP("no-op by Spring MVC"),
    /** The same by the fast path that the hot endpoints of ours take: what remains is what a decision costs. */
    FAST("no-op by the fast path"),
    LOCK("lock and row"),
    REDIS("Redis script"),
    AXON("stock Axon");

    /** The property that chooses one. */
    static final String PROPERTY = "firstcome.baseline";

    private static final List<String> NEVER = List.of("org.axonframework.", "org.springframework.boot.flyway.");
    private static final List<String> DATABASE = List.of(
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.hibernate.",
            "org.springframework.boot.data.",
            "org.springframework.boot.persistence.",
            "org.springframework.boot.transaction.");

    private final String title;

    BaselineKind(String title) {
        this.title = title;
    }

    /** As it is called in tables. */
    public String title() {
        return title;
    }

    /** Whether it does nothing, so that there is nothing to verify. */
    public boolean isNoOp() {
        return this == NOOP || this == FAST;
    }

    /** Whether marked methods are called without Spring MVC's dispatcher. */
    public boolean isFast() {
        return this == FAST;
    }

    /** As it is called on a command line. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BaselineKind of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT));
    }

    /** Whether Spring Boot may configure by this class what is on the class path for another kind. */
    boolean mayUse(String autoConfiguration) {
        return NEVER.stream().noneMatch(autoConfiguration::startsWith)
                && (this == LOCK || DATABASE.stream().noneMatch(autoConfiguration::startsWith));
    }
}
