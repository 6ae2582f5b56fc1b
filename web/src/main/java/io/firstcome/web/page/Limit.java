package io.firstcome.web.page;

/**
 * How many items are asked for. A controller takes it as a parameter: 1 to 100, 20 when {@code ?limit=} is absent.
 *
 * <p>{@link LimitRange} on the parameter changes these numbers. Anything else in {@code ?limit=} is
 * {@code INVALID_REQUEST}.
 */
public record Limit(int value) {

    public static final int DEFAULT = 20;
    public static final int MAX = 100;
}
