package io.firstcome.web.ready;

import org.jspecify.annotations.Nullable;

/**
 * Ready answers to the GETs of one endpoint: a bean for each.
 *
 * <p>The endpoint itself is a controller method that is for everyone; it answers whatever is not ready.
 */
public interface ReadyAnswers {

    /** The path of the endpoint, with one variable, which is an id: {@code /api/v1/thing/{id}}. */
    String pattern();

    /** The answer about this id; null: the controller is asked. Takes no time. */
    @Nullable
    ReadyAnswer find(String id);
}
