package io.firstcome.query.caching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import tools.jackson.databind.json.JsonMapper;

/**
 * The states of one view in Redis: one hash each, with the state as JSON in one field beside its version.
 *
 * <p>A hash is exact for its version or it is not there; each has a time to live, so what an outage leaves behind ages out. A stale
 * hash would show an older version to clients that ask without {@code minVersion}, for its time to live at most.
 */
public final class RedisHashStore<S extends Versioned> {

    private static final Logger log = LoggerFactory.getLogger(RedisHashStore.class);
    private static final RedisScript<Long> PUT = script("hash-put", Long.class);

    @SuppressWarnings("rawtypes") // a class literal has no type parameter
    private static final RedisScript<List> GET = script("hash-get", List.class);

    private static final String VERSION = "version";
    private static final String STATE = "state";
    private static final int SCAN_COUNT = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RedisClients redis;
    private final String prefix;
    private final Class<S> type;

    /**
     * A store of one view.
     *
     * @param prefix what the keys of this view begin with; no other view's prefix begins with it
     * @param type a record that Jackson reads as it writes it
     */
    public RedisHashStore(RedisClients redis, String prefix, Class<S> type) {
        this.redis = redis;
        this.prefix = prefix;
        this.type = type;
    }

    /** As text: of a resource, Spring asks before each use whether it has changed. */
    private static <T> RedisScript<T> script(String name, Class<T> result) {
        try {
            return RedisScript.of(
                    new ClassPathResource("lua/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of the hash of {@code id}. */
    public String key(String id) {
        return prefix + id;
    }

    /** The state of {@code id}, if its hash is there and whole; another hash is dropped. Fails fast when Redis is away. */
    public Optional<S> find(String id) {
        String key = key(id);
        return redis.read(template -> {
            Map<String, String> fields = template.<String, String>opsForHash().entries(key);
            S state = parse(key, fields.get(VERSION), fields.get(STATE));
            if (state == null && !fields.isEmpty()) {
                template.unlink(key);
            }
            return Optional.ofNullable(state);
        });
    }

    /** The states whose hashes are there and whole, by id, in one round trip. Fails when Redis is away. */
    Map<String, S> findAll(Collection<String> ids) {
        List<String> keys = ids.stream().map(this::key).toList();
        List<?> fields = redis.writes().execute(GET, keys);
        Map<String, S> found = new HashMap<>();
        int next = 0;
        for (String id : ids) {
            S state = parse(key(id), (String) fields.get(next), (String) fields.get(next + 1));
            next += 2;
            if (state != null) {
                found.put(id, state);
            }
        }
        return found;
    }

    /** Null when the hash is not there, or is not one of today's format whose fields agree. */
    private @Nullable S parse(String key, @Nullable String version, @Nullable String json) {
        if (version == null && json == null) {
            return null;
        }
        try {
            S state = json == null ? null : JSON.readValue(json, type);
            if (state != null && Long.toString(state.version()).equals(version)) {
                return state;
            }
            log.warn("{} is dropped: its state is not there, or not of version {}", key, version);
        } catch (RuntimeException e) {
            log.warn("{} is dropped: {}", key, e.getMessage());
        }
        return null;
    }

    /** Puts back what was read from MySQL, unless Redis has the same version or a newer one. Fails fast when Redis is away. */
    public void refill(S state) {
        redis.read(template -> put(template, redis.properties().refillTtl(), List.of(state)));
    }

    /** Puts in what a processor has made of events, unless Redis has the same versions or newer ones. Fails when Redis is away. */
    void putAll(Collection<S> states) {
        put(redis.writes(), redis.properties().liveTtl(), states);
    }

    private Long put(StringRedisTemplate template, Duration ttl, Collection<S> states) {
        List<String> keys = new ArrayList<>(states.size());
        List<Object> arguments = new ArrayList<>(1 + 2 * states.size());
        arguments.add(Long.toString(ttl.toMillis()));
        for (S state : states) {
            keys.add(key(state.id()));
            arguments.add(Long.toString(state.version()));
            arguments.add(JSON.writeValueAsString(state));
        }
        return template.execute(PUT, keys, arguments.toArray());
    }

    /** Drops these hashes. Fails when Redis is away. */
    void dropAll(Collection<String> ids) {
        redis.writes().unlink(ids.stream().map(this::key).toList());
    }

    /** Drops all hashes of the view. */
    void clear() {
        ScanOptions all =
                ScanOptions.scanOptions().match(prefix + "*").count(SCAN_COUNT).build();
        List<String> found = new ArrayList<>();
        try (Cursor<String> keys = redis.writes().scan(all)) {
            while (keys.hasNext()) {
                found.add(keys.next());
                if (found.size() == SCAN_COUNT) {
                    redis.writes().unlink(found);
                    found.clear();
                }
            }
        }
        if (!found.isEmpty()) {
            redis.writes().unlink(found);
        }
    }
}
