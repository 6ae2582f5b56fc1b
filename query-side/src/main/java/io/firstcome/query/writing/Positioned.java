package io.firstcome.query.writing;

/** A row that knows what it contains. */
public interface Positioned {

    /** The place in commit order of the last event that it contains. */
    long position();
}
