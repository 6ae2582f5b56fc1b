package io.firstcome.axon.eventstore;

/**
 * The row {@code event_head}.
 *
 * @param position of the newest event, 0 before the first
 * @param writer who appended it
 * @param writerAfter every event behind this position was appended by {@code writer}
 */
record Head(long position, long writer, long writerAfter) {

    /** Whether every event behind {@code known}, if there is one, was appended by {@code writer}. */
    boolean isOnlyBy(long writer, long known) {
        return position == known || (this.writer == writer && writerAfter <= known);
    }
}
