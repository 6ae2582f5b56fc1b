package io.firstcome.command.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Signs of users who are let in, until they are told to their rooms: that they are there, and that what they came for was refused.
 *
 * <p>They wait for a second at most. Lost with the process, a user seems idle for half a minute longer than they are, and a place that
 * could end is kept until it is idle: nobody is let in too early.
 */
public final class Presence {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int OF_IDLE_TIME = 4;
    private static final int MOST = 200_000;

    private record User(RoomId room, String userId) {}

    private final Cache<User, Long> noted = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LONGEST_PAUSE)
            .build();
    private final Queue<User> seen = new ConcurrentLinkedQueue<>();
    private final Queue<User> done = new ConcurrentLinkedQueue<>();

    /**
     * The user has used the admission, or asked for the place. Noted every 30 s, or four times in the idle time when that is short.
     *
     * @param idleSeconds after which the room takes the user for gone
     */
    public void see(RoomId room, String userId, int idleSeconds) {
        long now = System.nanoTime();
        long pause = Math.min(
                LONGEST_PAUSE.toNanos(), Duration.ofSeconds(idleSeconds).toNanos() / OF_IDLE_TIME);
        User user = new User(room, userId);
        Long last = noted.getIfPresent(user);
        if (last == null || now - last >= pause) {
            noted.put(user, now);
            seen.add(user);
        }
    }

    /** What the user came for is refused for good. */
    void finish(RoomId room, String userId) {
        done.add(new User(room, userId));
    }

    /** Who was seen since the last call, by room. */
    Map<RoomId, List<UserId>> takeSeen() {
        return take(seen);
    }

    /** Who has finished since the last call, by room. */
    Map<RoomId, List<UserId>> takeFinished() {
        return take(done);
    }

    private static Map<RoomId, List<UserId>> take(Queue<User> queue) {
        Map<RoomId, List<UserId>> taken = new HashMap<>();
        for (User user = queue.poll(); user != null; user = queue.poll()) {
            taken.computeIfAbsent(user.room(), room -> new ArrayList<>()).add(new UserId(user.userId()));
        }
        return taken;
    }
}
