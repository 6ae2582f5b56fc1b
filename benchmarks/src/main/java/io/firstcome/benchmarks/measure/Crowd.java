package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Arrivals;
import io.firstcome.benchmarks.load.Connection;
import io.firstcome.benchmarks.load.K6;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.system.Ours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Users who come for a piece of a campaign at a rate, each once. */
final class Crowd {

    /** At this rate k6 keeps up on two cores, too. */
    private static final int LOW_RATE = 500;

    private static final int VUS = 400;

    private final Session session;
    private final Ours ours;

    Crowd(Session session, Ours ours) {
        this.session = session;
        this.ours = ours;
    }

    /** All come for a campaign of their own. */
    Arrivals.Result arrive(int rate) {
        return arrive(rate, session.newName("arrivals"));
    }

    /** Sets the campaign up; returns when all are answered and every processor has taken every event. */
    Arrivals.Result arrive(int rate, String campaign) {
        ours.create(campaign, IssueEntrant.ENOUGH_FOR_ALL);
        Arrivals.Result result = Arrivals.run(ours.port(), requests(campaign, rate * seconds(rate)), rate);
        ours.settle();
        return result;
    }

    /** So long that no user comes twice. */
    private int seconds(int rate) {
        return Math.max(
                1, Math.min(session.settings().seconds(), session.users().count() / (rate + 1)));
    }

    private List<byte[]> requests(String campaign, int count) {
        List<byte[]> requests = new ArrayList<>(count);
        try (Stream<String> users = Files.lines(session.users().file())) {
            users.limit(count).forEach(line -> {
                int space = line.indexOf(' ');
                String id = line.substring(0, space);
                requests.add(Connection.request(
                        "POST",
                        "/api/v1/coupon/publish",
                        line.substring(space + 1),
                        "{\"userId\":\"" + id + "\",\"couponId\":\"" + campaign + "\"}",
                        session.settings().keyed() ? campaign + "-" + id : ""));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return requests;
    }

    /** The same figures by k6 at a low rate, in a sentence: whether both see the same, and what each takes of the machine. */
    String besideK6(int rate) {
        if (K6.version().isEmpty()) {
            return "Not compared with k6, which is neither on the PATH nor at $K6.";
        }
        int low = Math.min(LOW_RATE, rate);
        Arrivals.Result own = arrive(low);
        K6.Result k6 = k6(low);
        return "At " + Figures.of(low) + " a second, p50 and p99: "
                + Figures.of(Percentiles.of(own.millis(), 50)) + " and "
                + Figures.of(Percentiles.of(own.millis(), 99)) + " ms by this load, which took "
                + Figures.of(own.processorShare() * 100) + " % of the processors; "
                + Figures.of(k6.p50()) + " and " + Figures.of(k6.p99()) + " ms by "
                + K6.version().orElse("k6") + " from when it sent, which took "
                + Figures.of(k6.cpuSeconds() * 1e6 / Math.max(1, k6.answers())) + " µs of a processor for each of "
                + Figures.of((double) k6.answers()) + " requests and dropped " + k6.dropped() + ".";
    }

    private K6.Result k6(int rate) {
        String campaign = session.newName("arrivals");
        ours.create(campaign, IssueEntrant.ENOUGH_FOR_ALL);
        int seconds = seconds(rate);
        K6.Result result = K6.run(
                session.home().project().resolve("benchmarks/src/main/k6/publish.js"),
                session.home().work(),
                Map.of(
                        "URL", "http://127.0.0.1:" + ours.port(),
                        "USERS", session.users().file().toString(),
                        "COUNT", Integer.toString(rate * (seconds + 1)),
                        "RATE", Integer.toString(rate),
                        "SECONDS", Integer.toString(seconds),
                        "VUS", Integer.toString(VUS),
                        "KEYS", session.settings().keyed() ? campaign + "-" : "",
                        "CAMPAIGN", campaign));
        ours.settle();
        return result;
    }
}
