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

/** Asks for rebuilds, each once for an {@code Idempotency-Key}. */
@Component
class RebuildRequests {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final RebuildTable rebuilds;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    /** An answer, and whether it is that of an earlier request with the same key. */
    record Answer(ProcessorStatus status, boolean replayed) {}

    private record Remembered(String fingerprint, String answer) {}

    RebuildRequests(
            RebuildTable rebuilds,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.rebuilds = rebuilds;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /**
     * Asks for a rebuild of {@code processor}, or gives the answer again that {@code key} got before.
     *
     * @param status reads the processor's status after the request
     * @throws ProblemException when the key was used for another request
     */
    Answer request(String processor, String userId, @Nullable IdempotentRequest key, Supplier<ProcessorStatus> status) {
        if (key == null) {
            rebuilds.request(processor);
            return new Answer(status.get(), false);
        }
        return find(userId, key).orElseGet(() -> requestOnce(processor, userId, key, status));
    }

    private Answer requestOnce(
            String processor, String userId, IdempotentRequest key, Supplier<ProcessorStatus> status) {
        try {
            return transaction.execute(running -> {
                forgetExpired();
                rebuilds.request(processor);
                ProcessorStatus answer = status.get();
                remember(userId, key, answer);
                return new Answer(answer, false);
            });
        } catch (DuplicateKeyException e) {
            // The same request came twice at the same time; the other one was first.
            return find(userId, key).orElseThrow(() -> e);
        }
    }

    private Optional<Answer> find(String userId, IdempotentRequest key) {
        List<Remembered> found = jdbc.query(
                "SELECT HEX(fingerprint), answer FROM processor_request"
                        + " WHERE user_id = ? AND idempotency_key = ? AND created_at >= ?",
                (row, index) -> new Remembered(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8)),
                userId,
                key.key(),
                expired());
        return found.stream().findFirst().map(remembered -> {
            if (!remembered.fingerprint().equals(HexFormat.of().withUpperCase().formatHex(key.fingerprint()))) {
                throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, null);
            }
            return new Answer(json.readValue(remembered.answer(), ProcessorStatus.class), true);
        });
    }

    private void remember(String userId, IdempotentRequest key, ProcessorStatus answer) {
        jdbc.update(
                "INSERT INTO processor_request (user_id, idempotency_key, fingerprint, answer, created_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                userId,
                key.key(),
                key.fingerprint(),
                json.writeValueAsBytes(answer),
                Micros.of(clock.instant()));
    }

    private void forgetExpired() {
        jdbc.update("DELETE FROM processor_request WHERE created_at < ?", expired());
    }

    private long expired() {
        return Micros.of(clock.instant().minus(REMEMBERED));
    }
}
