package io.firstcome.axon.tail;

import java.util.List;
import java.util.function.Supplier;

/**
 * What was written at once.
 *
 * @param first the position of its first entry
 * @param entries makes the entries; the tail asks on its own thread, so that nobody waits for it
 */
public record Commit(long first, Supplier<List<Entry>> entries) {}
