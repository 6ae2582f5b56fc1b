package io.firstcome.cluster;

import io.firstcome.cluster.Member.Launch;
import io.firstcome.cluster.Member.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All members of a cluster, in the order in which they are shown. */
final class Topology {
    private static final Duration NODE_GRACE = Duration.ofSeconds(30);
    private static final Duration PROXY_GRACE = Duration.ofSeconds(25);

    private final Path root;
    private final Layout layout;
    private final ServerMembers servers;
    private final NodeFiles nodes;

    /** @param home the project, where the nodes' jars are */
    Topology(ClusterDirectory directory, Layout layout, Path home) {
        this.root = directory.root();
        this.layout = layout;
        Secrets secrets = directory.secrets();
        this.servers = new ServerMembers(root, layout, secrets, home);
        this.nodes = new NodeFiles(layout, secrets, home);
    }

    List<Member> members() {
        List<Member> members = new ArrayList<>(servers.all());
        layout.nodeNames().forEach(name -> members.add(node(name)));
        members.add(proxy());
        return members;
    }

    /**
     * Those with these names, in the order of the names.
     *
     * @throws ClusterException when there is none of a name
     */
    List<Member> members(List<String> names) {
        Map<String, Member> byName = new TreeMap<>();
        members().forEach(member -> byName.put(member.name(), member));
        return names.stream()
                .map(name -> {
                    Member member = byName.get(name);
                    if (member == null) {
                        throw new ClusterException(
                                "There is no " + name + ". There are " + String.join(", ", byName.keySet()));
                    }
                    return member;
                })
                .toList();
    }

    private Member node(String name) {
        Path dir = root.resolve(name);
        int port = layout.port(name);
        return new Member(
                name,
                dir,
                port,
                Stage.NODES,
                NODE_GRACE,
                () -> nodes.prepare(name, dir),
                () -> Probes.answersOk(port, "/actuator/health/readiness"));
    }

    private Member proxy() {
        Path dir = root.resolve(Layout.PROXY);
        int port = layout.port(Layout.PROXY);
        return new Member(
                Layout.PROXY,
                dir,
                port,
                Stage.PROXY,
                PROXY_GRACE,
                () -> {
                    Path file = dir.resolve("haproxy.cfg");
                    PrivateFile.write(file, HaproxyConfig.text(port, addresses("command-"), addresses("query-")));
                    return new Launch(List.of(Haproxy.executable().toString(), "-W", "-f", file.toString()), Map.of());
                },
                // Whatever it answers.
                () -> Probes.status(port, "/actuator/health/readiness") > 0);
    }

    private Map<String, Integer> addresses(String prefix) {
        Map<String, Integer> addresses = new TreeMap<>();
        layout.nodeNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> addresses.put(name, layout.port(name)));
        return addresses;
    }
}
