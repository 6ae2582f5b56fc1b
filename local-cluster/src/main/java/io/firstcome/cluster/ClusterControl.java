package io.firstcome.cluster;

import io.firstcome.cluster.Member.Stage;
import io.firstcome.cluster.MemberProcesses.Signal;
import io.firstcome.cluster.MemberProcesses.State;
import io.firstcome.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with a cluster as a whole, and with its members by name. */
final class ClusterControl {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration SERVED_LIMIT = Duration.ofSeconds(30);
    private static final int UNAVAILABLE = 503;

    private final ClusterDirectory directory;
    private final Path home;
    private final MemberProcesses processes = new MemberProcesses();
    private final Consumer<String> say;

    /**
     * @param home the project
     * @param say takes a line for the user
     */
    ClusterControl(ClusterDirectory directory, Path home, Consumer<String> say) {
        this.directory = directory;
        this.home = home;
        this.say = say;
    }

    /** A line of the table of members. */
    record Row(
            Member member,
            State state,
            boolean ready,
            @Nullable Long pid) {}

    /**
     * Starts what does not run, and waits until everything serves.
     *
     * @param nodes of each side; null: as before
     * @param port of HAProxy; null: as before
     * @throws ClusterException when something does not start; the rest goes on
     */
    void up(@Nullable Integer nodes, @Nullable Integer port) {
        Haproxy.executable();
        directory.create();
        directory.exclusively(() -> start(topology(layout(nodes, port)).members()));
    }

    /** Continues what is stopped, and starts what is dead. */
    void heal() {
        Haproxy.executable();
        List<Member> members = known().members();
        directory.exclusively(() -> {
            members.stream()
                    .filter(member -> processes.state(member) == State.STOPPED)
                    .forEach(member -> {
                        processes.signal(member, Signal.CONT);
                        say.accept(member.name() + " goes on");
                    });
            start(members);
        });
    }

    /** Stops everything, those that need others before these. */
    void down() {
        List<Member> members = known().members();
        directory.exclusively(() -> {
            List<Stage> stages = new ArrayList<>(Arrays.asList(Stage.values()));
            Collections.reverse(stages);
            for (Stage stage : stages) {
                sideBySide(ofStage(members, stage), member -> {
                    if (processes.pid(member).isPresent()) {
                        processes.stop(member);
                        say.accept(member.name() + " has stopped");
                    }
                });
            }
        });
    }

    /** Has HAProxy read its configuration, written anew. The old process ends when its requests have ended. */
    void reload() {
        Member proxy = known().members().getLast();
        directory.exclusively(() -> {
            if (!processes.reload(proxy)) {
                throw new ClusterException(proxy.name() + " does not run");
            }
            say.accept(proxy.name() + " reads its configuration");
        });
    }

    /** SIGKILL; returns when they have ended. */
    void kill(List<String> names) {
        eachAlive(names, processes::kill, " was killed");
    }

    /** SIGSTOP. */
    void stop(List<String> names) {
        eachAlive(
                names, member -> processes.signal(member, Signal.STOP), " is stopped; it goes on with: ./cluster cont");
    }

    /** SIGCONT. */
    void cont(List<String> names) {
        eachAlive(names, member -> processes.signal(member, Signal.CONT), " goes on");
    }

    private interface Deed {
        boolean to(Member member);
    }

    private void eachAlive(List<String> names, Deed deed, String done) {
        List<Member> members = known().members(names);
        directory.exclusively(() -> {
            for (Member member : members) {
                if (!deed.to(member)) {
                    throw new ClusterException(member.name() + " does not run");
                }
                say.accept(member.name() + done);
            }
        });
    }

    /** Every member with what it does now. */
    List<Row> status() {
        List<Member> members = known().members();
        Map<String, Row> rows = new ConcurrentHashMap<>();
        sideBySide(members, member -> {
            State state = processes.state(member);
            boolean ready = state == State.RUNNING && processes.ready(member);
            rows.put(
                    member.name(),
                    new Row(member, state, ready, processes.pid(member).orElse(null)));
        });
        return members.stream().map(member -> rows.get(member.name())).toList();
    }

    /** A token that the nodes take. */
    String token(String user, String role) {
        known();
        return AccessToken.sign(directory.secrets().jwt(), user, role, Instant.now());
    }

    private Topology known() {
        return topology(directory
                .layout()
                .orElseThrow(() -> new ClusterException(
                        "There is no cluster in " + directory.root() + ". Start one with: ./cluster up")));
    }

    private Topology topology(Layout layout) {
        return new Topology(directory, layout, home);
    }

    /** The layout of what runs; when nothing does, the wanted one, with the ports of before as far as they are free. */
    private Layout layout(@Nullable Integer nodes, @Nullable Integer port) {
        @Nullable Layout before = directory.layout().orElse(null);
        if (before != null
                && topology(before).members().stream()
                        .anyMatch(member -> processes.pid(member).isPresent())) {
            if (nodes != null && nodes != before.nodes()) {
                throw new ClusterException("The cluster has " + before.nodes()
                        + " nodes of each side. To have another number, stop it first: ./cluster down");
            }
            if (port != null && port != before.port(Layout.PROXY)) {
                throw new ClusterException("The cluster is on port " + before.port(Layout.PROXY)
                        + ". To have another one, stop it first: ./cluster down");
            }
            return before;
        }
        int wantedNodes = nodes != null ? nodes : before != null ? before.nodes() : Layout.DEFAULT_NODES;
        int wantedPort = port != null ? port : before != null ? before.port(Layout.PROXY) : Layout.DEFAULT_PORT;
        if (!FreePort.isFree(wantedPort)) {
            throw new ClusterException("Port " + wantedPort + " is taken. Choose another one with --port");
        }
        Layout layout = Layout.of(
                wantedNodes, wantedPort, before == null ? Map.of() : before.ports(), FreePort::isFree, FreePort::any);
        directory.keep(layout);
        return layout;
    }

    /** Starts what does not run, stage by stage, and waits until both sides are served. */
    private void start(List<Member> members) {
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        for (Stage stage : Stage.values()) {
            sideBySide(ofStage(members, stage), member -> {
                try {
                    start(member);
                } catch (RuntimeException e) {
                    failures.add(String.valueOf(e.getMessage()));
                }
            });
        }
        if (!failures.isEmpty()) {
            throw new ClusterException(String.join("\n", failures));
        }
        awaitServed(members.getLast());
    }

    private void start(Member member) {
        long begin = System.nanoTime();
        switch (processes.state(member)) {
            case STOPPED -> throw new ClusterException(member.name() + " is stopped. To go on: ./cluster heal");
            case RUNNING -> processes.awaitReady(member, READY_LIMIT);
            case DEAD -> {
                processes.start(member);
                processes.awaitReady(member, READY_LIMIT);
                say.accept(String.format(
                        Locale.ROOT, "%-12s is up after %.1f s", member.name(), (System.nanoTime() - begin) / 1e9));
            }
        }
    }

    /** HAProxy looks once a second whether a node serves. */
    private void awaitServed(Member proxy) {
        long end = System.nanoTime() + SERVED_LIMIT.toNanos();
        // The one is served by the query side, the other is 401 at the command side.
        while (!served(proxy, "/actuator/health/readiness") || !served(proxy, "/api/v1/waiting-room/none")) {
            if (System.nanoTime() > end) {
                throw new ClusterException("HAProxy finds no node of a side after " + SERVED_LIMIT.toSeconds()
                        + " s, its log: " + proxy.logFile());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static boolean served(Member proxy, String path) {
        try {
            return Probes.status(proxy.port(), path) != UNAVAILABLE;
        } catch (IOException notNow) {
            return false;
        }
    }

    private static List<Member> ofStage(List<Member> members, Stage stage) {
        return members.stream().filter(member -> member.stage() == stage).toList();
    }

    private static void sideBySide(List<Member> members, Consumer<Member> deed) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            members.stream()
                    .map(member -> threads.submit(() -> deed.accept(member)))
                    .toList()
                    .forEach(ClusterControl::await);
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new ClusterException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted", e);
        }
    }
}
