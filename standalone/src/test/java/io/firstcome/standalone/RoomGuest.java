package io.firstcome.standalone;

import io.firstcome.standalone.load.Connection;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of a {@link RoomCrowd}: what they were told, and when it is worth asking again. Touched by one thread at a time. */
final class RoomGuest {

    private static final JsonMapper JSON = new JsonMapper();

    private final CouponRoom room;
    private final int entersAgain;
    final String user;
    long sent;
    long answered;
    int position = Integer.MAX_VALUE;

    @Nullable
    Instant enteredAt;

    @Nullable
    Instant admittedAt;

    int serial;

    /** Why the place has ended without a coupon. */
    @Nullable
    String refusal;

    private boolean gone;
    private int asked;
    private long due;

    /** @param entersAgain after how often asking once by entering again; not where a place may end meanwhile */
    RoomGuest(CouponRoom room, String user, int entersAgain) {
        this.room = room;
        this.user = user;
        this.entersAgain = entersAgain;
    }

    void enter(Connection connection, Consumer<String> problems) throws IOException {
        sent = System.nanoTime();
        Response response = connection.exchange(room.enter(user));
        answered = System.nanoTime();
        if (response.status() != 201) {
            problems.accept("enter: " + RoomCrowd.describe(response));
            return;
        }
        note(JSON.readTree(response.body()), problems);
    }

    /** Asks for the place, now and then by entering again, and gets the coupon as soon as it can be had. */
    void ask(Connection connection, Consumer<String> problems) throws IOException {
        asked++;
        boolean again = asked % entersAgain == 0 && serial == 0;
        Response response = connection.exchange(again ? room.enter(user) : room.me(user));
        if (response.status() != 200) {
            problems.accept((again ? "enter again: " : "me: ") + RoomCrowd.describe(response));
            return;
        }
        JsonNode place = JSON.readTree(response.body());
        note(place, problems);
        switch (place.get("status").asString()) {
            case "ADMITTED" -> buy(connection, place.get("admission").asString(), problems);
            case "DONE" -> {
                gone = true;
                refusal = serial > 0 ? null : place.path("reason").asString("none");
            }
            default -> {
                // It waits, which was noted.
            }
        }
    }

    private void buy(Connection connection, String admission, Consumer<String> problems) throws IOException {
        if (serial > 0) {
            return;
        }
        Response response = connection.exchange(room.publish(user, admission));
        if (response.status() == 201) {
            serial = response.serial();
        } else {
            problems.accept("publish: " + RoomCrowd.describe(response));
        }
    }

    /** What was told before stays true: nobody gets a worse place, or another one. */
    private void note(JsonNode place, Consumer<String> problems) {
        due = System.nanoTime()
                + Duration.ofSeconds(place.get("pollAfterSeconds").asLong()).toNanos();
        String status = place.get("status").asString();
        Instant entered = Instant.parse(place.get("enteredAt").asString());
        int now = place.get("position").asInt();
        boolean waits = status.equals("WAITING");
        if (status.equals("EXPIRED")
                || status.equals("LEFT")
                || (waits && (now > position || now < 1 || admittedAt != null))
                || now != (waits ? place.get("ahead").asInt() + 1 : 0)
                || (enteredAt != null && !entered.equals(enteredAt))) {
            problems.accept("after position " + position + ", entered " + enteredAt + ": " + place);
        }
        enteredAt = entered;
        if (waits) {
            position = now;
        }
        if (place.has("admittedAt")) {
            Instant admitted = Instant.parse(place.get("admittedAt").asString());
            if (admittedAt != null && !admittedAt.equals(admitted)) {
                problems.accept("let in at " + admittedAt + ", then " + place);
            }
            admittedAt = admitted;
        }
    }

    boolean hasGone() {
        return gone;
    }

    /** By {@link System#nanoTime()}, when it is worth asking again. */
    long due() {
        return due;
    }
}
