package io.firstcome.web.overload;

import java.time.Duration;

/** A queue in which commands wait; each module gives a bean for one that only it knows. */
@FunctionalInterface
public interface Backlog {

    /** How long the one at its head has waited; zero when nobody waits. */
    Duration longestWait();
}
