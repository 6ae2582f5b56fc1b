package io.firstcome.query.view;

import io.firstcome.axon.processors.EventPosition;

/**
 * An event, to be added to the row that it is about.
 *
 * @param <K> the key of a row
 * @param <E> the events of the view
 */
public record ViewChange<K, E>(K key, E event, EventPosition origin) {}
