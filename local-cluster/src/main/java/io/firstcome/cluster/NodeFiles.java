package io.firstcome.cluster;

import io.firstcome.cluster.Member.Launch;
import io.firstcome.embedded.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command node or a query node is started with: a file of properties, which only its owner may read. */
final class NodeFiles {
    private final Layout layout;
    private final Secrets secrets;
    private final Path home;

    NodeFiles(Layout layout, Secrets secrets, Path home) {
        this.layout = layout;
        this.secrets = secrets;
        this.home = home;
    }

    /** @param name such as {@code command-1}: the module is {@code command-node} */
    Launch prepare(String name, Path dir) throws IOException {
        Path file = dir.resolve("node.properties");
        PrivateFile.write(file, text(name));
        String module = name.substring(0, name.indexOf('-')) + "-node";
        return new Launch(
                Jvm.node(home, dir, module, List.of("--spring.config.additional-location=file:" + file)), Map.of());
    }

    /** The properties, one a line. */
    String text(String name) {
        return properties(name).entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, String> properties(String name) {
        String gateway = "http://127.0.0.1:" + layout.port("gateway");
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", Integer.toString(layout.port(name)));
        properties.put("management.server.address", "127.0.0.1");
        properties.put("FIRSTCOME_MANAGEMENT_PORT", Integer.toString(layout.port(name + ".management")));
        properties.put("spring.datasource.url", MariaDbServer.jdbcUrl(layout.port("mysql"), MariaDbServer.DATABASE));
        properties.put("spring.datasource.username", ServerMembers.DATABASE_USER);
        properties.put("spring.datasource.password", secrets.database());
        properties.put("spring.data.redis.password", secrets.redis());
        properties.put("spring.data.redis.sentinel.master", RedisCall.MASTER);
        properties.put("spring.data.redis.sentinel.nodes", addresses(Layout.SENTINELS));
        properties.put("firstcome.kafka.bootstrap-servers", addresses(Layout.KAFKA));
        properties.put("firstcome.kafka.replication", Integer.toString(Layout.KAFKA.size()));
        properties.put("firstcome.security.jwt-secret", secrets.jwt());
        properties.put("firstcome.admission.secret", secrets.admission());
        properties.put("firstcome.gateway.url", gateway);
        properties.put("firstcome.gateway.secret-key", secrets.gatewayKey());
        properties.put("firstcome.export.url", gateway + "/platform/reservation");
        properties.put("firstcome.proxy.trusted", "127.0.0.1");
        if (Layout.decides(name)) {
            properties.put("firstcome.routing.enabled", "true");
            properties.put("firstcome.routing.port", Integer.toString(layout.port(name + ".routing")));
            properties.put("firstcome.routing.secret", secrets.routing());
        }
        return properties;
    }

    private String addresses(List<String> names) {
        return names.stream().map(name -> "127.0.0.1:" + layout.port(name)).collect(Collectors.joining(","));
    }
}
