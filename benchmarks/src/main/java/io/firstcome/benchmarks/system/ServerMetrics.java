package io.firstcome.benchmarks.system;

import io.firstcome.benchmarks.load.Http;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says about itself at its metrics endpoint. */
public final class ServerMetrics {

    private static final Pattern PUBLISHED = Pattern.compile(
            "(?m)^http_server_requests_seconds_count\\{([^}]*uri=\"/api/v1/coupon/publish\"[^}]*)} ([0-9.E+]+)$");
    private static final Pattern STATUS = Pattern.compile("status=\"([0-9]+)\"");

    private ServerMetrics() {}

    /** How many requests for a piece it has answered with each status since its start. */
    public static Map<Integer, Long> publishedByStatus(Http http) {
        Map<Integer, Long> counts = new TreeMap<>();
        Matcher line = PUBLISHED.matcher(
                http.get("/actuator/prometheus", "").require(200).body());
        while (line.find()) {
            Matcher status = STATUS.matcher(line.group(1));
            if (status.find()) {
                counts.merge(Integer.valueOf(status.group(1)), (long) Double.parseDouble(line.group(2)), Long::sum);
            }
        }
        return counts;
    }
}
