package io.firstcome.axon.idempotency;

import io.firstcome.axon.eventstore.InList;
import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.eventstore.MultiRowInsert;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code idempotency_key}. A key counts until {@link #forgetExpired()} has deleted it. */
public final class IdempotencyStore {

    /** How long a key is remembered, by the REST contract. */
    public static final Duration RETENTION = Duration.ofHours(24);

    private static final int FORGET_AT_ONCE = 5_000;
    private static final MultiRowInsert INSERT =
            new MultiRowInsert("idempotency_key", "user_id, idempotency_key, fingerprint, outcome, created_at");

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    public IdempotencyStore(DataSource dataSource, InstantSource clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    /** The outcomes remembered for {@code keys}, in one round trip. */
    public Map<IdempotencyKey, RememberedOutcome> find(Collection<IdempotencyKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<IdempotencyKey> filled = InList.filled(keys);
        List<Object> arguments = new ArrayList<>(filled.size() * 2);
        filled.forEach(key -> Collections.addAll(arguments, key.userId(), bytes(key)));
        Map<IdempotencyKey, RememberedOutcome> found = new HashMap<>();
        jdbc.query(
                "SELECT user_id, idempotency_key, fingerprint, outcome FROM idempotency_key"
                        + " WHERE (user_id, idempotency_key) IN "
                        + InList.places(filled.size(), "(?,?)"),
                row -> {
                    IdempotencyKey key = new IdempotencyKey(row.getString(1), text(row.getBytes(2)));
                    String fingerprint = HexFormat.of().formatHex(row.getBytes(3));
                    found.put(key, new RememberedOutcome(key, fingerprint, text(row.getBytes(4))));
                },
                arguments.toArray());
        return found;
    }

    /** The column is binary: keys that differ in anything are two keys, for the database as for Java. */
    private static byte[] bytes(IdempotencyKey key) {
        return key.key().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /**
     * Stores the outcomes in the current transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another transaction has used one of the keys since
     */
    public void remember(List<RememberedOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        long now = Micros.of(clock.instant());
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            INSERT.insert(connection, outcomes, (insert, index, outcome) -> {
                insert.setString(index, outcome.key().userId());
                insert.setBytes(index + 1, bytes(outcome.key()));
                insert.setBytes(index + 2, HexFormat.of().parseHex(outcome.fingerprint()));
                insert.setString(index + 3, outcome.outcome());
                insert.setLong(index + 4, now);
            });
            return outcomes.size();
        });
    }

    /**
     * Deletes keys older than the retention in the current transaction, at most {@value #FORGET_AT_ONCE} so that no lock
     * is held for long.
     *
     * @return whether more may be left
     */
    public boolean forgetExpired() {
        return jdbc.update(
                        "DELETE FROM idempotency_key WHERE created_at < ? LIMIT " + FORGET_AT_ONCE,
                        Micros.of(clock.instant().minus(RETENTION)))
                == FORGET_AT_ONCE;
    }
}
