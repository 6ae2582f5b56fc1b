package io.firstcome.command.process;

import io.firstcome.axon.processors.BatchResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Gathers what the events of one batch lead to, so that one command says it for all of them.
 *
 * @param <K> to what the command goes
 * @param <P> what one event adds to it
 */
public final class BatchParts<K, P> {

    private final String name;
    private final BiConsumer<K, List<P>> send;

    /**
     * @param name in a batch there is one of each name
     * @param send is called for each target when all events of the batch are handled, with what they have added, in their order
     */
    public BatchParts(String name, BiConsumer<K, List<P>> send) {
        this.name = name;
        this.send = send;
    }

    public void add(K target, P part) {
        Map<K, List<P>> parts = BatchResource.of(name, LinkedHashMap::new, all -> all.forEach(send));
        parts.computeIfAbsent(target, its -> new ArrayList<>()).add(part);
    }
}
