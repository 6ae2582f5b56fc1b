package io.firstcome.benchmarks.report;

/**
 * Something that figures depend on.
 *
 * @param name what
 * @param value what it is
 * @param met whether it is as a measurement needs it; what cannot be wrong is met
 * @param otherwise what a reader must think of when it is not met, or empty
 */
public record Condition(String name, String value, boolean met, String otherwise) {

    /** A fact. */
    public static Condition fact(String name, String value) {
        return new Condition(name, value, true, "");
    }
}
