package io.firstcome.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The configuration of HAProxy: routes, health checks, what is sent again, and its own answers.
 *
 * <p>A request that changes something is sent again only when no connection could be made; a read is sent to another
 * node when its node gives no answer. Whatever HAProxy answers by itself is a problem like those of the nodes: 503
 * {@code UNAVAILABLE} when nothing was done, 503 {@code OUTCOME_UNKNOWN} when a command had been sent.
 */
final class HaproxyConfig {
    private static final String GLOBAL = """
            global
                log stdout format raw local0
                # After a reload, or when asked to stop, open requests and streams may go on for so long.
                hard-stop-after 20s

            defaults
                mode http
                log global
                option httplog
                option dontlog-normal
                timeout connect 1s
                timeout client 75s
                timeout http-request 10s
                timeout http-keep-alive 60s
                timeout queue 3s
                timeout check 2s
                retries 3
                option redispatch 1
                default-server inter 1s fall 2 rise 1$resolution
                unique-id-format %[uuid(4),regsub(-,,g)]
            """;

    private static final String RESOLVERS = """

            resolvers names
                nameserver dns $server
                # A node that is made anew has another address.
                resolve_retries 3
                timeout resolve 1s
                timeout retry 1s
                hold valid 1s
            """;

    private HaproxyConfig() {}

    /**
     * Where HAProxy listens and finds the nodes.
     *
     * @param bind address and port
     * @param commands addresses and ports of the command nodes, by name
     * @param queries those of the query nodes, by name
     * @param nameServer whom to ask, again and again, for addresses that are names; it starts without an answer
     */
    record Network(
            String bind, Map<String, String> commands, Map<String, String> queries, Optional<String> nameServer) {
        Network {
            commands = Map.copyOf(commands);
            queries = Map.copyOf(queries);
        }
    }

    /**
     * All of it on 127.0.0.1.
     *
     * @param commands ports of the command nodes, by name
     * @param queries ports of the query nodes, by name
     */
    static String text(int port, Map<String, Integer> commands, Map<String, Integer> queries) {
        return text(new Network("127.0.0.1:" + port, onLoopback(commands), onLoopback(queries), Optional.empty()));
    }

    private static Map<String, String> onLoopback(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, node -> "127.0.0.1:" + node.getValue()));
    }

    static String text(Network network) {
        String resolution =
                network.nameServer().isPresent() ? " resolvers names resolve-prefer ipv4 init-addr none" : "";
        List<String> lines = new ArrayList<>(
                GLOBAL.replace("$resolution", resolution).lines().toList());
        lines.add("    " + problem(503, "UNAVAILABLE", "Temporarily unavailable"));
        network.nameServer()
                .ifPresent(server -> lines.addAll(
                        RESOLVERS.replace("$server", server).lines().toList()));
        lines.add("");
        lines.add("frontend api");
        lines.add("    bind " + network.bind());
        lines.add("    http-request set-header X-Forwarded-For %[src]");
        lines.add("    http-request del-header Forwarded");
        lines.add("    http-request set-var(txn.path) path,json(utf8s)");
        Routes.rules().forEach(rule -> lines.add("    " + rule));
        lines.addAll(backend("commands", servers(network.commands(), " on-marked-down shutdown-sessions")));
        lines.addAll(List.of(
                "    balance roundrobin",
                "    timeout server 45s",
                "    retry-on conn-failure",
                "    " + outcomeUnknown(502),
                "    " + outcomeUnknown(504)));
        lines.addAll(backend("queries", servers(network.queries(), "")));
        lines.addAll(List.of(
                "    balance leastconn",
                "    timeout server 10s",
                "    # A stream says something every 15 s.",
                "    http-request set-timeout server 45s if { path_end /stream }",
                "    retry-on conn-failure empty-response response-timeout",
                "    http-request disable-l7-retry unless METH_GET",
                "    " + problem(502, "UNAVAILABLE", "Temporarily unavailable"),
                "    " + problem(504, "UNAVAILABLE", "Temporarily unavailable")));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> servers(Map<String, String> nodes, String options) {
        return nodes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(node -> "    server " + node.getKey() + " " + node.getValue() + " check" + options)
                .toList();
    }

    private static List<String> backend(String name, List<String> servers) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "backend " + name,
                "    option httpchk GET /actuator/health/readiness",
                "    http-check expect status 200",
                "    # A problem of HAProxy's own has the status of its code.",
                "    http-after-response set-status 503 if { status 502 504 }"));
        lines.addAll(servers);
        return lines;
    }

    private static String outcomeUnknown(int event) {
        return problem(event, "OUTCOME_UNKNOWN", "The outcome is not known yet");
    }

    /** @param event the status by which HAProxy knows the answer; clients get 503 */
    private static String problem(int event, String code, String title) {
        String type = "urn:firstcome:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return """
                http-error status $event content-type "application/problem+json" lf-string '{"type":"$type",\
                "title":"$title","status":503,"instance":"%[var(txn.path)]","code":"$code",\
                "traceId":"%[unique-id]"}' hdr X-Trace-Id %[unique-id] hdr Retry-After 1""".replace("$event", Integer.toString(event))
                .replace("$type", type)
                .replace("$title", title)
                .replace("$code", code);
    }
}
