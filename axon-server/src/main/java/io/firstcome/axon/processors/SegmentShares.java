package io.firstcome.axon.processors;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which node is to run which segment. Nodes that know of the same nodes give the same answer; of processors that run at the same nodes each
 * has as many.
 *
 * @param me this node
 * @param nodes those that are there to run each processor, in one order for all
 */
record SegmentShares(String me, SortedMap<String, List<String>> nodes) {

    /** What a node knows that knows of no other. */
    static SegmentShares alone(String me) {
        return new SegmentShares(me, new TreeMap<>());
    }

    /** Whether this node is to run a segment. As long as its own sign of life is not known it takes what is free. */
    boolean isMine(String processor, int segment) {
        List<String> there = nodes.getOrDefault(processor, List.of());
        if (!there.contains(me)) {
            return true;
        }
        int rank = nodes.headMap(processor).size();
        return there.get((rank + segment) % there.size()).equals(me);
    }
}
