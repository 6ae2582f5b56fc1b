package io.firstcome.commandnode.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** The figures {@code firstcome.routing.*}. */
final class RoutingMetrics {

    private final MeterRegistry metrics;
    private final Counter here;
    private final Counter sent;
    private final Counter received;
    private final Counter late;
    private final Counter repeated;
    private final Counter unknown;
    private final Counter unreadable;

    RoutingMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.here = commands("here");
        this.sent = commands("sent");
        this.received = commands("received");
        this.late = failures("late");
        this.repeated = failures("repeated");
        this.unknown = failures("unknown");
        this.unreadable = failures("unreadable");
    }

    private Counter commands(String where) {
        return Counter.builder("firstcome.routing.commands")
                .description("Commands: of this node decided here, of this node sent to another, received from another")
                .tag("where", where)
                .register(metrics);
    }

    private Counter failures(String kind) {
        return Counter.builder("firstcome.routing.failures")
                .description(
                        "Commands: sent again or of unknown outcome after a member has gone, received too late, unreadable")
                .tag("kind", kind)
                .register(metrics);
    }

    void members(Supplier<Number> count) {
        Gauge.builder("firstcome.routing.members", count)
                .description("Members of the group of command nodes, as this node sees it; 0 while it is in none")
                .register(metrics);
    }

    void decidedHere() {
        here.increment();
    }

    void sent() {
        sent.increment();
    }

    void received() {
        received.increment();
    }

    void late() {
        late.increment();
    }

    void repeated() {
        repeated.increment();
    }

    void unknown() {
        unknown.increment();
    }

    void unreadable() {
        unreadable.increment();
    }
}
