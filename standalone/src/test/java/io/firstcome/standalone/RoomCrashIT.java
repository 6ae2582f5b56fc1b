package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Response;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** All is killed while people enter a room, and later Redis is emptied and killed: nobody who was answered loses their place. */
@Tag("parallel")
class RoomCrashIT {

    private static final int PEOPLE = 300;
    private static final int ANSWERED_BEFORE = 150;
    private static final int LATER = 20;
    private static final int CAPACITY = 10;
    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MARKER = "test:not-emptied";
    private static final List<String> LONG_OUTAGE = List.of("-Dfirstcome.standalone.revive-after-millis=12000");

    /** What each user was told when entering before the crash. */
    private final Map<String, Response> told = new HashMap<>();

    @Test
    void givenPeopleWhoWait_whenAllIsKilledAndRedisIsEmptied_thenEachHasTheSamePlace(@TempDir Path data)
            throws Exception {
        CouponRoom before;
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            before =
                    CouponRoom.newRoom(system.port(), 10_000, ",\"capacity\":" + CAPACITY + ",\"admitPerMinute\":1000");
            enterAndKill(system, before);
        }
        try (StandaloneProcess system = StandaloneProcess.start(data, LONG_OUTAGE)) {
            CouponRoom room = before.at(system.port());
            ObservedState truth = new ObservedState(system);
            room.awaitState("admittedTotal", CAPACITY);
            assertSamePlaces(room, truth);
            enterAgain(system, room);
            assertThat(RoomHistory.of(truth, room.room()).assertSound().entered())
                    .doesNotHaveDuplicates()
                    .hasSize(PEOPLE);
            assertSameWithoutRedis(system, room);
            assertThat(RoomHistory.of(truth, room.room()).assertSound().entered())
                    .doesNotHaveDuplicates()
                    .hasSize(PEOPLE + LATER);
        }
    }

    private static String user(int number) {
        return "guest-" + number;
    }

    private void enterAndKill(StandaloneProcess system, CouponRoom room) throws InterruptedException {
        AtomicBoolean killed = new AtomicBoolean();
        CountDownLatch moment = new CountDownLatch(ANSWERED_BEFORE + CONNECTIONS);
        Thread killer = Thread.ofVirtual().start(() -> {
            try {
                moment.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            system.kill9WithServers();
            killed.set(true);
        });
        Load.Result result = Load.runUntil(killed::get, system.port(), CONNECTIONS, number -> {
            moment.countDown();
            return room.enterOnce(user(number % PEOPLE));
        });
        killer.join();
        for (Load.Exchange exchange : result.exchanges()) {
            Response response = exchange.response();
            if (response != null && response.status() != 503) {
                assertThat(response.status()).as(response.body()).isEqualTo(201);
                told.put(user(exchange.number() % PEOPLE), response);
            }
        }
        assertThat(told).as("who was answered").hasSizeGreaterThanOrEqualTo(ANSWERED_BEFORE);
    }

    /** The event that a user was told of is theirs, and where they stand follows from it. */
    private void assertSamePlaces(CouponRoom room, ObservedState truth) {
        RoomHistory history = RoomHistory.of(truth, room.room()).assertSound();
        told.forEach((user, response) -> {
            assertThat(history.enteredBy(version(response))).isEqualTo(user);
            JsonNode was = CouponRoom.read(response);
            JsonNode is = room.place(user);
            assertThat(is.get("enteredAt")).isEqualTo(was.get("enteredAt"));
            assertThat(is.get("position").asInt())
                    .as(user)
                    .isLessThanOrEqualTo(was.get("position").asInt())
                    .isEqualTo(Math.max(0, history.entryOf(user) - CAPACITY));
        });
    }

    private static long version(Response response) {
        return Long.parseLong(
                Objects.requireNonNull(response.headers().get("etag")).replace("\"", ""));
    }

    /** Under the same keys: who was answered before is answered the same, all others have an outcome now. */
    private void enterAgain(StandaloneProcess system, CouponRoom room) {
        Load.Result again = Load.run(system.port(), CONNECTIONS, PEOPLE, number -> room.enterOnce(user(number)));
        assertThat(again.count(201)).isEqualTo(PEOPLE);
        for (Load.Exchange exchange : again.exchanges()) {
            Response first = told.get(user(exchange.number()));
            Response second = Objects.requireNonNull(exchange.response());
            if (first != null) {
                assertThat(second.headers()).containsEntry("idempotency-replayed", "true");
                assertThat(version(second)).isEqualTo(version(first));
                assertThat(CouponRoom.read(second).get("enteredAt"))
                        .isEqualTo(CouponRoom.read(first).get("enteredAt"));
            }
        }
    }

    private void assertSameWithoutRedis(StandaloneProcess system, CouponRoom room) {
        List<JsonNode> places = places(room);
        long redis = system.redisPid();
        emptyRedis(system);
        ProcessHandle.of(redis).orElseThrow().destroyForcibly();
        Awaitility.await().atMost(PATIENCE).until(() -> !StandaloneProcess.isRunning(redis));

        assertThat(places(room)).isEqualTo(places);
        List<String> active = IntStream.range(0, PEOPLE)
                .filter(number -> places.get(number).has("admission"))
                .mapToObj(RoomCrashIT::user)
                .toList();
        assertThat(active).hasSize(CAPACITY);
        for (int number = 0; number < LATER; number++) {
            assertThat(room.exchange(room.enterOnce(user(PEOPLE + number))).status())
                    .isEqualTo(201);
        }
        active.forEach(user -> assertThat(room.exchange(room.publish(user, admissionOf(room, user)))
                        .status())
                .isEqualTo(201));
        room.awaitState("admittedTotal", 2 * CAPACITY);
        assertThatThrownBy(system::redisPid).as("all of it without Redis").isInstanceOf(IllegalStateException.class);

        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(hasKept(system)).isFalse());
        List<JsonNode> afterwards = places(room);
        for (int number = 0; number < PEOPLE; number++) {
            assertThat(afterwards.get(number).get("enteredAt"))
                    .isEqualTo(places.get(number).get("enteredAt"));
            assertThat(afterwards.get(number).get("position").asInt())
                    .isEqualTo(Math.max(0, places.get(number).get("position").asInt() - CAPACITY));
        }
    }

    private static String admissionOf(CouponRoom room, String user) {
        return room.place(user).get("admission").asString();
    }

    /** Of all who entered before, with their admissions. Times that are estimated are left out. */
    private static List<JsonNode> places(CouponRoom room) {
        List<JsonNode> places = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            places.add(CouponRoom.withoutEstimates(room.place(user(number))));
        }
        return places;
    }

    /** With a key that shows whether Redis has kept anything. */
    private static void emptyRedis(StandaloneProcess system) {
        try (RedisClient client = RedisClient.create("redis://" + system.address("Redis"));
                StatefulRedisConnection<String, String> redis = client.connect()) {
            redis.sync().set(MARKER, "1");
            assertThat(redis.sync().exists(MARKER)).isEqualTo(1);
            redis.sync().flushall();
        }
    }

    private static boolean hasKept(StandaloneProcess system) {
        try (RedisClient client = RedisClient.create("redis://" + system.address("Redis"));
                StatefulRedisConnection<String, String> redis = client.connect()) {
            return redis.sync().exists(MARKER) > 0;
        }
    }
}
