package io.firstcome.axon.tail;

import java.time.Duration;

/**
 * Is told each entry as it comes into the tail, and how far back that is all there is.
 *
 * <p>Called by the tail's thread: no method waits, or throws.
 */
public interface TailListener {

    /** The next entry: in order, without a hole, none twice. */
    void next(Entry entry);

    /** All that was stored before this instant of {@link System#nanoTime()} has been told. The instants are in no order. */
    void complete(long instant);

    /** The store can't be read, or has lost events: what was told may not be so. What comes next has no hole all the same. */
    void lost();

    /** The longest time after which it wants to be told again how far back all is told; asked each time when it was. */
    Duration completeWithin();
}
