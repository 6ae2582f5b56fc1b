package io.firstcome.benchmarks.system;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Http;
import io.firstcome.benchmarks.load.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The one-process run, started by {@code ./firstcome run} as anybody starts it. */
public final class Ours implements CouponSystem {

    private static final Pattern READY = Pattern.compile("^Firstcome is ready on http://[^:]+:([0-9]+)$");
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)");
    private static final int AUDIT_PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_LOOKS = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final String title;
    private final ChildProcess process;
    private final Http http;

    private Ours(String title, ChildProcess process, Http http) {
        this.title = title;
        this.process = process;
        this.http = http;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param data where its data is, kept from an earlier run or new
     * @param properties more settings, each as {@code name=value}
     */
    public static Ours start(Home home, Path data, List<String> properties) {
        String options = String.join(
                " ", properties.stream().map(property -> "-D" + property).toList());
        ChildProcess process = ChildProcess.start(
                List.of(home.script().toString(), "run", "--port", "0", "--data", data.toString()),
                Map.of(
                        "FIRSTCOME_BUILD",
                        "never",
                        "FIRSTCOME_JAVA_OPTS",
                        options,
                        "JAVA_HOME",
                        System.getProperty("java.home")),
                home.log("ours-" + data.getFileName()),
                READY);
        return new Ours(home.title(), process, new Http(Integer.parseInt(process.awaitReady())));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int port() {
        return http.port();
    }

    public Http http() {
        return http;
    }

    /** From the call of the script to its line that says that it is ready. */
    public double readySeconds() {
        return process.readySeconds();
    }

    public Database database() {
        return new Database(portOf("MariaDB"));
    }

    int redisPort() {
        return portOf("Redis");
    }

    /** The process that runs the database. */
    public ProcessHandle mariaDb() {
        return process.handle()
                .descendants()
                .filter(child -> child.info().command().orElse("").contains("mariadbd"))
                .findFirst()
                .orElseThrow();
    }

    private int portOf(String server) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            for (String line : process.output()) {
                Matcher port = PORT.matcher(line);
                if (line.strip().startsWith(server + " ") && port.find()) {
                    return Integer.parseInt(port.group(1));
                }
            }
            // The lines about the servers follow the one that says that it is ready.
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new IllegalStateException("It does not say where " + server + " is");
    }

    @Override
    public void create(String campaign, int quantity) {
        http.post("/api/v1/coupon", Tokens.OPERATOR, campaignBody(campaign, quantity))
                .require(201);
    }

    static String campaignBody(String campaign, int quantity) {
        return "{\"couponId\":\"" + campaign + "\",\"name\":\"bench\",\"quantity\":" + quantity
                + ",\"discount\":{\"type\":\"FIXED\",\"value\":1000}}";
    }

    /** As an auditor reads it, event by event. */
    @Override
    public Stored stored(String campaign) {
        return storedAfter(campaign, 0);
    }

    /** The same, only events after that position. */
    public Stored storedAfter(String campaign, long position) {
        Set<Integer> serials = new HashSet<>();
        Set<String> users = new HashSet<>();
        long pieces = 0;
        long highest = 0;
        long after = position;
        while (true) {
            JsonNode items = audit("coupon", campaign, "&type=CouponIssued", after);
            for (JsonNode event : items) {
                JsonNode payload = event.get("payload");
                int serial = payload.get("serial").asInt();
                pieces++;
                highest = Math.max(highest, serial);
                serials.add(serial);
                users.add(payload.get("userId").asString());
                after = event.get("position").asLong();
            }
            if (items.size() < AUDIT_PAGE) {
                return new Stored(pieces, serials.size(), highest, users.size());
            }
        }
    }

    /** A page of an aggregate's events in commit order; fewer than a thousand are the last. */
    public JsonNode audit(String type, String id, String more, long after) {
        return http.get(
                        "/api/v1/audit/event?aggregateType=" + type + "&aggregateId=" + id + more + "&after=" + after
                                + "&limit=" + AUDIT_PAGE,
                        Tokens.AUDITOR)
                .require(200)
                .json()
                .get("items");
    }

    /** The position of the newest event. */
    public long head() {
        return http.get("/api/v1/audit/event/head", Tokens.AUDITOR)
                .require(200)
                .json()
                .get("position")
                .asLong();
    }

    /** Until every processor has taken every event that is stored now, and no rebuild is under way. */
    @Override
    public Duration settle() {
        long begin = System.nanoTime();
        long head = head();
        while (!haveReached(head)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("The processors are still behind after " + PATIENCE);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean haveReached(long head) {
        for (JsonNode processor : processors()) {
            String rebuild = processor.path("rebuild").path("state").asString("DONE");
            if (processor.get("position").asLong() < head || !rebuild.equals("DONE")) {
                return false;
            }
        }
        return true;
    }

    private JsonNode processors() {
        return http.get("/api/v1/processor", Tokens.OPERATOR)
                .require(200)
                .json()
                .get("items");
    }

    @Override
    public void close() {
        process.close();
    }
}
