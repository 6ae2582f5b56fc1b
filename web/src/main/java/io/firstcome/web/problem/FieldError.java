package io.firstcome.web.problem;

/**
 * One wrong field of a request.
 *
 * @param field where it is: a path in the body such as {@code items[0].quantity}, or the name of a parameter
 * @param message what is wrong with it, for a person
 * @param code the published reason: {@code REQUIRED}, {@code OUT_OF_RANGE} …
 */
public record FieldError(String field, String message, Code code) {

    /** Why a field is wrong. A client compares with the name, so a name never changes. */
    public enum Code {
        /** It is missing, null or blank. */
        REQUIRED,
        /** The endpoint knows no such field. */
        UNKNOWN_FIELD,
        /** It has another JSON type than the one asked for. */
        WRONG_TYPE,
        /** A number below or above what is allowed, or above what 64 bits hold. */
        OUT_OF_RANGE,
        /** A text or a list that is too short or too long. */
        INVALID_LENGTH,
        /** A text that does not have the form asked for. */
        INVALID_FORMAT,
        /** Wrong in any other way. */
        INVALID_VALUE
    }
}
