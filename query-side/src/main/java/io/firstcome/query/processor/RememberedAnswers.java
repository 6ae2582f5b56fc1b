package io.firstcome.query.processor;

import io.firstcome.axon.store.Micros;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code processor_request}: what was answered under an {@code Idempotency-Key}, for 24 hours. */
@Component
class RememberedAnswers {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    /** An answer, and whether it is that of an earlier request with the same key. */
    record Answer<T>(T body, boolean replayed) {}

    private record Remembered(String fingerprint, String answer) {}

    RememberedAnswers(JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does {@code action} in the transaction that remembers its answer, or gives the answer again that {@code key} got.
     *
     * @throws ProblemException when the key was used for another request
     */
    <T> Answer<T> once(String userId, @Nullable IdempotentRequest key, Class<T> type, Supplier<T> action) {
        if (key == null) {
            return new Answer<>(action.get(), false);
        }
        return find(userId, key, type).orElseGet(() -> doOnce(userId, key, type, action));
    }

    /** Like {@link #once}, for an action that has transactions of its own and does no harm when it is done twice. */
    <T> Answer<T> after(String userId, @Nullable IdempotentRequest key, Class<T> type, Supplier<T> action) {
        if (key == null) {
            return new Answer<>(action.get(), false);
        }
        return find(userId, key, type).orElseGet(() -> {
            T answer = action.get();
            return doOnce(userId, key, type, () -> answer);
        });
    }

    private <T> Answer<T> doOnce(String userId, IdempotentRequest key, Class<T> type, Supplier<T> action) {
        try {
            return transaction.execute(running -> {
                forgetExpired();
                T answer = action.get();
                remember(userId, key, json.writeValueAsBytes(answer));
                return new Answer<>(answer, false);
            });
        } catch (DuplicateKeyException e) {
            // The same request came twice at the same time; the other one was first.
            return find(userId, key, type).orElseThrow(() -> e);
        }
    }

    private <T> Optional<Answer<T>> find(String userId, IdempotentRequest key, Class<T> type) {
        List<Remembered> found = jdbc.query(
                "SELECT HEX(fingerprint), answer FROM processor_request"
                        + " WHERE user_id = ? AND idempotency_key = ? AND created_at >= ?",
                (row, index) -> new Remembered(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8)),
                userId,
                key.key(),
                expired());
        return found.stream().findFirst().map(remembered -> {
            String fingerprint = HexFormat.of().withUpperCase().formatHex(key.fingerprint());
            if (!remembered.fingerprint().equals(fingerprint)) {
                throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, null);
            }
            return new Answer<>(json.readValue(remembered.answer(), type), true);
        });
    }

    private void remember(String userId, IdempotentRequest key, byte[] answer) {
        jdbc.update(
                "INSERT INTO processor_request (user_id, idempotency_key, fingerprint, answer, created_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                userId,
                key.key(),
                key.fingerprint(),
                answer,
                Micros.of(clock.instant()));
    }

    private void forgetExpired() {
        jdbc.update("DELETE FROM processor_request WHERE created_at < ?", expired());
    }

    private long expired() {
        return Micros.of(clock.instant().minus(REMEMBERED));
    }
}
