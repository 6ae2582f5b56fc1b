package io.firstcome.web.openapi;

/** The texts that the server reads, as patterns of JSON Schema. Its own checks are by hand, and are those of {@code web.json}. */
final class Texts {

    /** A control character, without tab and line ends; in a character class. */
    private static final String CONTROL = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";

    static final String ANY = "^[^" + CONTROL + "]*$";
    static final String NOT_ONLY_SPACE = "^[^" + CONTROL + "]*[^\\s" + CONTROL + "][^" + CONTROL + "]*$";

    private Texts() {}
}
