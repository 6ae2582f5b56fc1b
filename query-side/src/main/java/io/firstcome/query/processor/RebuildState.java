package io.firstcome.query.processor;

/** How far a rebuild is. The names are stored. */
enum RebuildState {
    /** Asked for; the view is as it was. */
    REQUESTED,
    /** The view was emptied and is being filled. */
    RUNNING,
    /** The view has all events that were stored when it was emptied. */
    DONE
}
