package io.firstcome.query.reading;

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
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The hashes of one view in Redis: each exact for its version, and gone when it would not be.
 *
 * <p>They are a copy: any of them may vanish at any time. Each has a time to live, so that what an outage leaves behind ages
 * out.
 */
public final class HashCache<S extends Versioned> {

    private static final Logger log = LoggerFactory.getLogger(HashCache.class);
    private static final RedisScript<Long> PUT = Scripts.load("lua/hash-put.lua");
    private static final int SCAN_COUNT = 1_000;

    private final RedisClients redis;
    private final RedisProperties properties;
    private final HashFormat<S> format;

    public HashCache(RedisClients redis, RedisProperties properties, HashFormat<S> format) {
        this.redis = redis;
        this.properties = properties;
        this.format = format;
    }

    /** The key of the hash of {@code id}. */
    public String key(String id) {
        return format.prefix() + id;
    }

    /**
     * Adds the events of a batch in one round trip. Fails when Redis is away, and may then be called again.
     *
     * @param script takes the keys; its arguments are the hashes' time to live in milliseconds, and then one for each key
     * @param runs by id, what the script is to do with that hash
     */
    public void apply(RedisScript<Long> script, Map<String, String> runs) {
        List<String> keys = new ArrayList<>(runs.size());
        List<Object> arguments = new ArrayList<>(runs.size() + 1);
        arguments.add(millis(properties.liveTtl()));
        runs.forEach((id, run) -> {
            keys.add(key(id));
            arguments.add(run);
        });
        redis.writes().execute(script, keys, arguments.toArray());
    }

    /** Drops all hashes. */
    public void clear() {
        ScanOptions all = ScanOptions.scanOptions()
                .match(format.prefix() + "*")
                .count(SCAN_COUNT)
                .build();
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

    /** The hash of {@code id}, if it is there and whole. Fails fast when Redis is away. */
    public Optional<S> find(String id) {
        String key = key(id);
        Map<String, String> fields = redis.reads().<String, String>opsForHash().entries(key);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        S state = parse(key, fields);
        if (state == null) {
            redis.reads().unlink(key);
        }
        return Optional.ofNullable(state);
    }

    private @Nullable S parse(String key, Map<String, String> fields) {
        try {
            return format.state(fields);
        } catch (RuntimeException e) {
            log.warn("Dropping {}, which is not what it should be: {}", key, e.getMessage());
            return null;
        }
    }

    /** Puts back what was read from MySQL, unless Redis knows better. Fails fast when Redis is away. */
    public void refill(S state) {
        put(redis.reads(), properties.refillTtl(), List.of(state));
    }

    /** Puts in what a processor has made of events, unless Redis knows better. Fails when Redis is away. */
    void putAll(Collection<S> states) {
        put(redis.writes(), properties.liveTtl(), states);
    }

    private void put(StringRedisTemplate template, Duration ttl, Collection<S> states) {
        List<String> keys = new ArrayList<>(states.size());
        List<Object> arguments = new ArrayList<>();
        arguments.add(millis(ttl));
        for (S state : states) {
            List<String> texts = HashFields.flat(format.fields(state));
            keys.add(key(state.id()));
            arguments.add(Long.toString(state.version()));
            arguments.add(Integer.toString(texts.size()));
            arguments.addAll(texts);
        }
        template.execute(PUT, keys, arguments.toArray());
    }

    /** The hashes that are there and whole, by id, in one round trip. Fails when Redis is away. */
    @SuppressWarnings("NullAway") // a callback in a pipeline has to return null
    Map<String, S> findAll(Collection<String> ids) {
        List<Object> answers = redis.writes().executePipelined((RedisCallback<Object>) connection -> {
            ids.forEach(id -> connection.hashCommands().hGetAll(key(id).getBytes(StandardCharsets.UTF_8)));
            return null;
        });
        Map<String, S> found = new HashMap<>();
        int index = 0;
        for (String id : ids) {
            S state = answers.get(index++) instanceof Map<?, ?> fields && !fields.isEmpty()
                    ? parse(key(id), texts(fields))
                    : null;
            if (state != null) {
                found.put(id, state);
            }
        }
        return found;
    }

    private static Map<String, String> texts(Map<?, ?> fields) {
        Map<String, String> texts = new HashMap<>();
        fields.forEach((name, value) -> texts.put(name.toString(), value.toString()));
        return texts;
    }

    /** Drops these hashes. Fails when Redis is away. */
    void dropAll(Collection<String> ids) {
        redis.writes().unlink(ids.stream().map(this::key).toList());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
