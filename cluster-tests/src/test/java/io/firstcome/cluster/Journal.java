package io.firstcome.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every request of the clients, and all answers to each, in their order. */
final class Journal {
    private final Map<KeyedRequest, List<Exchange>> exchanges = new LinkedHashMap<>();

    synchronized void add(KeyedRequest request, Exchange exchange) {
        exchanges.computeIfAbsent(request, first -> new ArrayList<>()).add(exchange);
    }

    synchronized Map<KeyedRequest, List<Exchange>> byRequest() {
        Map<KeyedRequest, List<Exchange>> copy = new LinkedHashMap<>();
        exchanges.forEach((request, answers) -> copy.put(request, List.copyOf(answers)));
        return copy;
    }

    /** All of them. */
    Stream<Exchange> all() {
        return byRequest().values().stream().flatMap(List::stream);
    }
}
