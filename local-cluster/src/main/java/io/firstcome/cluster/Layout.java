package io.firstcome.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many nodes there are, and who serves where on 127.0.0.1. Chosen at the first start, and kept.
 *
 * @param nodes of each side
 * @param ports by name; a Kafka broker and a node have a second one, {@code kafka-1.controller} and {@code
 * command-1.management}, a command node a third, {@code command-1.routing}
 */
record Layout(int nodes, Map<String, Integer> ports) {
    static final int MOST_NODES = 8;
    static final int DEFAULT_NODES = 2;
    static final int DEFAULT_PORT = 8080;
    static final String PROXY = "haproxy";
    static final List<String> REDIS = List.of("redis-1", "redis-2");
    static final List<String> SENTINELS = List.of("sentinel-1", "sentinel-2", "sentinel-3");
    static final List<String> KAFKA = List.of("kafka-1", "kafka-2", "kafka-3");

    Layout {
        ports = Map.copyOf(ports);
    }

    /**
     * The layout for so many nodes. Ports that were chosen before stay, if they are free.
     *
     * @param any gives free ports
     */
    static Layout of(int nodes, int proxyPort, Map<String, Integer> before, IntPredicate isFree, IntSupplier any) {
        Map<String, Integer> ports = new HashMap<>();
        Set<Integer> taken = new HashSet<>(Set.of(proxyPort));
        ports.put(PROXY, proxyPort);
        for (String name : names(nodes)) {
            int port = before.getOrDefault(name, 0);
            while (port == 0 || !taken.add(port) || !isFree.test(port)) {
                port = any.getAsInt();
            }
            ports.put(name, port);
        }
        return new Layout(nodes, ports);
    }

    private static List<String> names(int nodes) {
        return Stream.of(
                        Stream.of("mysql", "gateway"),
                        REDIS.stream(),
                        SENTINELS.stream(),
                        KAFKA.stream().flatMap(name -> Stream.of(name, name + ".controller")),
                        nodeNames(nodes).stream().flatMap(name -> Stream.of(name, name + ".management")),
                        nodeNames(nodes).stream().filter(Layout::decides).map(name -> name + ".routing"))
                .flatMap(each -> each)
                .toList();
    }

    /** Whether it is a command node. */
    static boolean decides(String node) {
        return node.startsWith("command-");
    }

    private static List<String> nodeNames(int nodes) {
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(number -> Stream.of("command-" + number, "query-" + number))
                .flatMap(each -> each)
                .sorted()
                .toList();
    }

    /** The names of all nodes, those of the command side first. */
    List<String> nodeNames() {
        return nodeNames(nodes);
    }

    int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No port of " + name);
        }
        return port;
    }

    String text() {
        StringBuilder text = new StringBuilder("# Made by ./cluster up\nnodes=" + nodes + "\n");
        ports.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(port -> text.append("port.")
                        .append(port.getKey())
                        .append('=')
                        .append(port.getValue())
                        .append('\n'));
        return text.toString();
    }

    static Layout parse(Properties kept) {
        Map<String, Integer> ports = new HashMap<>();
        kept.stringPropertyNames().stream()
                .filter(name -> name.startsWith("port."))
                .forEach(name -> ports.put(name.substring("port.".length()), Integer.valueOf(kept.getProperty(name))));
        return new Layout(Integer.parseInt(kept.getProperty("nodes")), ports);
    }
}
