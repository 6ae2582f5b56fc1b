package io.firstcome.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event that no projection and no saga handles by its type, on purpose.
 *
 * <p>To be used when an event is kept for the record alone: it is in the audit trail and on Kafka, like every event, and its
 * aggregate needs it, but no view shows it. The message catalogue's test fails for an event that nobody consumes and that
 * lacks this mark, and for a mark on an event that somebody consumes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NotConsumed {

    /** Why nobody needs it, one sentence. */
    String value();
}
