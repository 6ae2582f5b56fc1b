package io.firstcome.standalone;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a running system says in all the places where it says it: its APIs, its tables. */
final class ObservedState {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int AUDIT_PAGE = 1_000;

    private final StandaloneProcess system;

    ObservedState(StandaloneProcess system) {
        this.system = system;
    }

    /** One issue as an auditor reads it. */
    record Issue(String userId, int serial) {}

    /** The coupon by the API, not older than that version; a read model that is behind is given half a minute. */
    JsonNode coupon(String couponId, long minVersion) {
        Request request =
                Request.get("/api/v1/coupon/" + couponId + "?minVersion=" + minVersion, SharedSystem.OPERATOR);
        Response response = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SharedSystem.exchange(system.port(), request), answer -> answer.status() != 503);
        return JSON.readTree(requireOk(response).body());
    }

    /** All issues of the campaign by the audit API, in commit order. */
    List<Issue> issues(String couponId) {
        List<Issue> issues = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = audit("aggregateType=coupon&aggregateId=" + couponId + "&type=CouponIssued&after=" + after
                    + "&limit=" + AUDIT_PAGE);
            for (JsonNode event : page.get("items")) {
                JsonNode payload = event.get("payload");
                issues.add(new Issue(
                        payload.get("userId").asString(), payload.get("serial").asInt()));
                after = event.get("position").asLong();
            }
            if (page.get("items").size() < AUDIT_PAGE) {
                return issues;
            }
        }
    }

    /** All events of one aggregate by the audit API, in commit order. */
    List<JsonNode> events(String aggregateType, String id) {
        List<JsonNode> events = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = audit("aggregateType=" + aggregateType + "&aggregateId=" + id + "&after=" + after
                    + "&limit=" + AUDIT_PAGE);
            for (JsonNode event : page.get("items")) {
                events.add(event);
                after = event.get("position").asLong();
            }
            if (page.get("items").size() < AUDIT_PAGE) {
                return events;
            }
        }
    }

    JsonNode audit(String query) {
        Response response =
                SharedSystem.exchange(system.port(), Request.get("/api/v1/audit/event?" + query, SharedSystem.AUDITOR));
        return JSON.readTree(requireOk(response).body());
    }

    /** The position of the newest event. */
    long head() {
        Response response =
                SharedSystem.exchange(system.port(), Request.get("/api/v1/audit/event/head", SharedSystem.AUDITOR));
        return JSON.readTree(requireOk(response).body()).get("position").asLong();
    }

    /** The processors by the API. */
    JsonNode processors() {
        Response response =
                SharedSystem.exchange(system.port(), Request.get("/api/v1/processor", SharedSystem.OPERATOR));
        return JSON.readTree(requireOk(response).body()).get("items");
    }

    /** Whether every processor has taken every event, and no rebuild is asked for or running. */
    boolean caughtUp() {
        long head = head();
        for (JsonNode processor : processors()) {
            String rebuild = processor.path("rebuild").path("state").asString("DONE");
            if (processor.get("position").asLong() < head || !rebuild.equals("DONE")) {
                return false;
            }
        }
        return true;
    }

    /** All rows of a query, each as text. */
    List<String> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.append(result.getString(column)).append('|');
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes what the system has stored, as a fault would. */
    int change(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                system.address("MariaDB") + "?useInformationSchema=false&sslMode=DISABLED", "firstcome", "firstcome");
    }

    private static Response requireOk(Response response) {
        if (response.status() != 200) {
            throw new IllegalStateException(response.toString());
        }
        return response;
    }
}
