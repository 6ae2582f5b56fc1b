package io.firstcome.web.fastpath;

import org.jspecify.annotations.Nullable;

/**
 * The answers of one endpoint to GET that exist as bytes: a bean for each endpoint.
 *
 * <p>The endpoint itself is a controller method that is for everyone; it answers where this finds nothing.
 */
public interface FastPathAnswers {

    /** The path of the endpoint, with one variable, which is an id: {@code /api/v1/thing/{id}}. */
    String pattern();

    /** The answer about this id, or null: then the controller is asked. Returns at once. */
    @Nullable
    FastPathAnswer find(String id);
}
