package io.firstcome.benchmarks.system;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.baseline.BaselineServer;
import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Http;
import io.firstcome.benchmarks.load.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A baseline in a process of its own, on the MariaDB and the Redis of ours, with the JVM options of ours. */
public final class Baseline implements CouponSystem {

    private static final Pattern READY = Pattern.compile(Pattern.quote(BaselineServer.READY) + "([0-9]+)");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int MOST_LOOKS = 200;

    private final BaselineKind kind;
    private final ChildProcess process;
    private final int port;
    private String lastCampaign = "";

    private Baseline(BaselineKind kind, ChildProcess process, int port) {
        this.kind = kind;
        this.process = process;
        this.port = port;
    }

    /** @param properties more settings, each as {@code name=value} */
    public static Baseline start(Home home, BaselineKind kind, Ours ours, List<String> properties) {
        String url = kind.isNoOp() ? "none" : ours.database().fresh(schema(kind));
        List<String> command = new ArrayList<>(home.java());
        command.addAll(List.of(
                "-cp",
                home.classPath(),
                BaselineServer.class.getName(),
                "--firstcome.baseline=" + kind.option(),
                "--firstcome.web.fast-path=" + kind.isFast(),
                "--firstcome.baseline.redis-port=" + ours.redisPort(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + Database.USER,
                "--spring.datasource.password=" + Database.PASSWORD));
        properties.forEach(property -> command.add("--" + property));
        ChildProcess process = ChildProcess.start(command, Map.of(), home.log("baseline-" + kind.option()), READY);
        return new Baseline(kind, process, Integer.parseInt(process.awaitReady()));
    }

    @Override
    public String title() {
        return kind.title();
    }

    public BaselineKind kind() {
        return kind;
    }

    /** Its database, on the server of ours. */
    public String schema() {
        return schema(kind);
    }

    private static String schema(BaselineKind kind) {
        return "baseline_" + kind.option();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void create(String campaign, int quantity) {
        new Http(port)
                .post("/api/v1/coupon", Tokens.OPERATOR, Ours.campaignBody(campaign, quantity))
                .require(201);
        lastCampaign = campaign;
    }

    @Override
    public Stored stored(String campaign) {
        JsonNode stored = new Http(port)
                .get("/api/v1/coupon/" + campaign + "/stored", Tokens.OPERATOR)
                .require(200)
                .json();
        return new Stored(
                stored.get("pieces").asLong(),
                stored.get("serials").asLong(),
                stored.get("highest").asLong(),
                stored.get("users").asLong());
    }

    /** Requests whose client is gone still wait for the lock: until two looks find the same. */
    @Override
    public Duration settle() {
        long begin = System.nanoTime();
        if (!lastCampaign.isEmpty() && !kind.isNoOp()) {
            long before = -1;
            for (int look = 0; look < MOST_LOOKS; look++) {
                long now = stored(lastCampaign).pieces();
                if (now == before) {
                    break;
                }
                before = now;
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        process.close();
    }
}
