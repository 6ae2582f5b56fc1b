package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A waiting room's history as an auditor reads it, added up by hand: at every event nobody has two places, nobody is let in before
 * their turn, and neither limit is exceeded. It computes a shuffled order on its own.
 */
final class RoomHistory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<JsonNode> events;
    private final LinkedHashSet<String> waiting = new LinkedHashSet<>();
    private final Set<String> active = new HashSet<>();
    private final List<Instant> admittedAt = new ArrayList<>();
    private final List<String> entered = new ArrayList<>();
    private final List<String> admitted = new ArrayList<>();
    private final Map<String, Instant> lastAdmission = new HashMap<>();
    private final Map<String, Instant> lastEntry = new HashMap<>();
    private final Map<String, List<String>> ends = new HashMap<>();
    private boolean created;
    private boolean opened;
    private boolean closed;
    private boolean paused;
    private boolean soldOut;
    private int capacity;
    private int admitPerMinute;
    private int mostActive;
    private @Nullable String commitment;

    RoomHistory(List<JsonNode> events) {
        this.events = events;
    }

    static RoomHistory of(ObservedState truth, String room) {
        return of(truth::connect, room);
    }

    /** As it is stored in any database. */
    static RoomHistory of(Database database, String room) {
        String sql = "SELECT event_type, payload FROM domain_event WHERE aggregate_id = ? ORDER BY sequence_number";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "waiting-room:" + room);
            try (ResultSet rows = statement.executeQuery()) {
                List<JsonNode> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(JSON.createObjectNode()
                            .put("type", rows.getString(1))
                            .set("payload", JSON.readTree(rows.getBytes(2))));
                }
                return new RoomHistory(events);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where events are stored. */
    @FunctionalInterface
    interface Database {
        Connection connect() throws SQLException;
    }

    /** Who came by the event of that number in the room. */
    String enteredBy(long sequence) {
        JsonNode event = events.get((int) sequence);
        assertThat(event.get("type").asString()).as("event %d", sequence).isEqualTo("RoomEntered");
        return event.get("payload").get("userId").asString();
    }

    /** Adds up all events, checking after each. */
    RoomHistory assertSound() {
        assertThat(events).isNotEmpty();
        events.forEach(event -> apply(event.get("type").asString(), event.get("payload")));
        return this;
    }

    /** Who came, in this order; who came twice stands in it twice. */
    List<String> entered() {
        return List.copyOf(entered);
    }

    /** Who was let in, in this order; who was let in twice stands in it twice. */
    List<String> admitted() {
        return List.copyOf(admitted);
    }

    Instant lastEntryOf(String user) {
        return Objects.requireNonNull(lastEntry.get(user));
    }

    Instant lastAdmissionOf(String user) {
        return Objects.requireNonNull(lastAdmission.get(user));
    }

    /** The number of the user's latest entry among all entries. */
    int entryOf(String user) {
        return entered.lastIndexOf(user) + 1;
    }

    List<String> waitingNow() {
        return List.copyOf(waiting);
    }

    Set<String> activeNow() {
        return Set.copyOf(active);
    }

    /** Why the user's places have ended, one after the other. */
    List<String> endsOf(String user) {
        return ends.getOrDefault(user, List.of());
    }

    /** How many were let in at a time, at most. */
    int mostActive() {
        return mostActive;
    }

    boolean isSoldOut() {
        return soldOut;
    }

    private void apply(String type, JsonNode payload) {
        assertThat(created).as("%s after RoomCreated", type).isNotEqualTo(type.equals("RoomCreated"));
        assertThat(closed).as("%s after RoomClosed", type).isFalse();
        switch (type) {
            case "RoomCreated" -> create(payload.get("terms"));
            case "RoomOpened" -> open(textOrNull(payload, "seed"));
            case "RoomLimitsSet" -> {
                capacity = payload.get("capacity").asInt();
                admitPerMinute = payload.get("admitPerMinute").asInt();
                paused = payload.get("paused").asBoolean();
            }
            case "RoomEntered" -> enter(payload);
            case "UserAdmitted" -> admit(payload);
            case "UsersSeen" -> assertThat(active).containsAll(usersOf(payload));
            case "PlaceEnded" -> end(payload.get("userId").asString(), payload);
            case "RoomSoldOut" -> {
                assertThat(waiting).as("who waits when it is sold out").isNotEmpty();
                waiting.clear();
                soldOut = true;
            }
            case "RoomClosed" -> {
                waiting.clear();
                active.clear();
                closed = true;
            }
            default -> throw new AssertionError("No event of a room: " + type);
        }
    }

    private void create(JsonNode terms) {
        created = true;
        capacity = terms.get("capacity").asInt();
        admitPerMinute = terms.get("admitPerMinute").asInt();
        commitment = textOrNull(terms, "commitment");
        assertThat(commitment != null)
                .as("a commitment")
                .isEqualTo(terms.get("order").asString().equals("SHUFFLE"));
    }

    private void open(@Nullable String seed) {
        assertThat(opened).as("opened before").isFalse();
        opened = true;
        assertThat(seed == null ? null : sha256(seed))
                .as("the SHA-256 of the seed")
                .isEqualTo(commitment);
        if (seed != null) {
            List<String> shuffled = new ArrayList<>(waiting);
            shuffled.sort(Comparator.comparing(user -> sha256(seed + ":" + user)));
            waiting.clear();
            waiting.addAll(shuffled);
        }
    }

    private void enter(JsonNode payload) {
        String user = payload.get("userId").asString();
        assertThat(waiting.contains(user)).as("whether %s waits", user).isFalse();
        assertThat(active.contains(user)).as("whether %s is let in", user).isFalse();
        entered.add(user);
        assertThat(payload.get("entry").asInt()).as("the entry of %s", user).isEqualTo(entered.size());
        lastEntry.put(user, instant(payload, "enteredAt"));
        waiting.add(user);
    }

    private void admit(JsonNode payload) {
        String user = payload.get("userId").asString();
        assertThat(opened && !paused).as("whether it lets in").isTrue();
        assertThat(waiting).as("who waits").isNotEmpty();
        assertThat(user).as("who is let in").isEqualTo(waiting.removeFirst());
        admitted.add(user);
        assertThat(payload.get("admission").asInt())
                .as("the admission of %s", user)
                .isEqualTo(admitted.size());
        assertThat(active.add(user)).isTrue();
        assertThat(active.size()).as("let in at a time").isLessThanOrEqualTo(capacity);
        mostActive = Math.max(mostActive, active.size());
        Instant at = instant(payload, "admittedAt");
        assertThat(instant(payload, "expiresAt")).isAfter(at);
        assertInTheMinute(at);
        lastAdmission.put(user, at);
    }

    /** With this one not more than the limit within the 60 seconds that end with it. */
    private void assertInTheMinute(Instant at) {
        if (!admittedAt.isEmpty()) {
            assertThat(at).as("in the order of time").isAfterOrEqualTo(admittedAt.getLast());
        }
        admittedAt.add(at);
        int first = admittedAt.size() - 1 - admitPerMinute;
        if (first >= 0) {
            assertThat(at)
                    .as("%d after another, which is more than the limit", admitPerMinute)
                    .isAfterOrEqualTo(admittedAt.get(first).plus(MINUTE));
        }
    }

    private void end(String user, JsonNode payload) {
        String reason = payload.get("reason").asString();
        if (waiting.remove(user)) {
            assertThat(reason).as("the end of %s, who waits", user).isEqualTo("LEFT");
        } else {
            assertThat(active.remove(user)).as("the end of a place of %s", user).isTrue();
        }
        ends.computeIfAbsent(user, each -> new ArrayList<>()).add(reason);
    }

    private static List<String> usersOf(JsonNode payload) {
        return payload.get("userIds").valueStream().map(JsonNode::asString).toList();
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString() : null;
    }

    private static Instant instant(JsonNode payload, String field) {
        return Instant.parse(payload.get(field).asString());
    }

    /** 64 hexadecimal digits. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
