package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.load.Users;
import io.firstcome.benchmarks.load.Wrk;
import io.firstcome.benchmarks.system.Baseline;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The systems of one call of {@code ./bench}: each is started when a row first needs it, all are stopped at the end. */
public final class Session implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    private final Home home;
    private final Settings settings;
    private final Map<Home, Ours> systems = new HashMap<>();
    private final Wrk wrk;
    private final WarmUps warmUps;
    private final Map<BaselineKind, Baseline> baselines = new EnumMap<>(BaselineKind.class);
    private final List<AutoCloseable> started = new ArrayList<>();
    private @Nullable Users users;
    private int names;

    public Session(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.warmUps = new WarmUps(settings);
        this.wrk = new Wrk(home.wrkScripts());
    }

    public Home home() {
        return home;
    }

    public Settings settings() {
        return settings;
    }

    /** Who is warm. */
    public WarmUps warmUps() {
        return warmUps;
    }

    Wrk wrk() {
        return wrk;
    }

    /** All users with their tokens. */
    Users users() {
        if (users == null) {
            users = Users.write(home.work().resolve("users.txt"), "", settings.users());
        }
        return users;
    }

    /** The system that is measured. */
    public Ours ours() {
        return ours(home);
    }

    /** The system of a checkout. */
    Ours ours(Home of) {
        return systems.computeIfAbsent(of, absent -> startOurs(absent, "main", List.of()));
    }

    /** Another one with settings of its own, beside; its caller may stop it. */
    Ours startOurs(Home of, String name, List<String> properties) {
        log.info("  starting {} ({})", of.title(), name);
        Ours system = Ours.start(of, of.work().resolve("data-" + name), properties);
        started.add(system);
        return system;
    }

    /** A baseline on the servers of ours. */
    Baseline baseline(BaselineKind kind) {
        return baselines.computeIfAbsent(kind, absent -> startBaseline(kind, ours(), List.of()));
    }

    /** Another one, on the servers of that system and with settings of its own. */
    Baseline startBaseline(BaselineKind kind, Ours servers, List<String> properties) {
        log.info("  starting the baseline: {}", kind.title());
        Baseline baseline = Baseline.start(home, kind, servers, properties);
        started.add(baseline);
        return baseline;
    }

    /** A name that nothing else has in this session. */
    String newName(String prefix) {
        names++;
        return prefix + "-" + names;
    }

    /** Stops what was started beside the main systems and their baselines. */
    public void stopOthers() {
        List<AutoCloseable> others = new ArrayList<>(started);
        others.removeAll(systems.values());
        others.removeAll(baselines.values());
        stop(others);
    }

    /** Stops everything, what was started last first. */
    @Override
    public void close() {
        stop(List.copyOf(started));
        baselines.clear();
        warmUps.forget();
        systems.clear();
    }

    private void stop(List<AutoCloseable> systems) {
        for (AutoCloseable system : systems.reversed()) {
            try {
                system.close();
            } catch (Exception e) {
                log.warn("Could not stop {}: {}", system, e.toString());
            }
        }
        started.removeAll(systems);
    }
}
