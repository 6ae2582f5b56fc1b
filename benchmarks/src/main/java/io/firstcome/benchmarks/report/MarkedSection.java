package io.firstcome.benchmarks.report;

/** The part of a page that is written by a program; everything around it is left alone. */
public final class MarkedSection {

    static final String BEGIN = "<!-- bench: begin, written by ./bench -->";
    static final String END = "<!-- bench: end -->";

    private MarkedSection() {}

    /**
     * The page with a new text between its marks.
     *
     * @throws IllegalArgumentException when the page has not both marks, in order
     */
    public static String replace(String page, String text) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("The page has no \"" + BEGIN + "\" before an \"" + END + "\"");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + text.strip() + "\n" + page.substring(end);
    }
}
