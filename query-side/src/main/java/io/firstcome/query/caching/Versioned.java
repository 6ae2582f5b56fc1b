package io.firstcome.query.caching;

/** What is stored of one thing, exact as of a version of its aggregate. */
public interface Versioned {

    /** The bare id. */
    String id();

    /** The sequence number of the last event that it contains. */
    long version();
}
