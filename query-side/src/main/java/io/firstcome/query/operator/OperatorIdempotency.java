package io.firstcome.query.operator;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.contract.OperatorErrorCode;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.trace.TraceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code processor_request}: what was answered under an {@code Idempotency-Key}, rejections too, for 24 hours. */
@Component
public class OperatorIdempotency {

    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final byte[] NO_BODY = {};

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    /** What a request led to. */
    public sealed interface Outcome<T> {

        /** It was done. */
        record Done<T>(T body) implements Outcome<T> {}

        /** It was refused. */
        record NotDone<T>(OperatorErrorCode reason) implements Outcome<T> {}
    }

    /**
     * An outcome, and whether it is that of an earlier request with the same key.
     *
     * @param traceId of the request that had it first
     */
    public record Answer<T>(Outcome<T> outcome, boolean replayed, String traceId) {

        private static final String REPLAYED_HEADER = "Idempotency-Replayed";

        /**
         * The HTTP answer.
         *
         * @throws ProblemException the rejection; that of an earlier request with its trace id
         */
        public ResponseEntity<T> toResponse(HttpStatus status) {
            return switch (outcome) {
                case Outcome.Done<T> done -> {
                    ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
                    if (replayed) {
                        response.header(REPLAYED_HEADER, "true");
                    }
                    yield response.body(done.body());
                }
                case Outcome.NotDone<T> refused -> {
                    ProblemException problem =
                            ProblemException.of(refused.reason(), null).withTraceId(traceId);
                    throw replayed ? problem.withHeader(REPLAYED_HEADER, "true") : problem;
                }
            };
        }
    }

    private record Remembered(
            String fingerprint, String answer, @Nullable String refusal, String traceId) {}

    OperatorIdempotency(JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
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
    public <T> Answer<T> once(
            String userId, @Nullable IdempotentRequest key, Class<T> type, Supplier<Outcome<T>> action) {
        if (key == null) {
            return first(action.get());
        }
        return find(userId, key, type).orElseGet(() -> doOnce(userId, key, type, action));
    }

    /** Like {@link #once}, for an action that has transactions of its own and does no harm when it is done twice. */
    public <T> Answer<T> after(
            String userId, @Nullable IdempotentRequest key, Class<T> type, Supplier<Outcome<T>> action) {
        if (key == null) {
            return first(action.get());
        }
        return find(userId, key, type).orElseGet(() -> {
            Outcome<T> outcome = action.get();
            return doOnce(userId, key, type, () -> outcome);
        });
    }

    private static <T> Answer<T> first(Outcome<T> outcome) {
        return new Answer<>(outcome, false, TraceId.current());
    }

    private <T> Answer<T> doOnce(String userId, IdempotentRequest key, Class<T> type, Supplier<Outcome<T>> action) {
        try {
            return transaction.execute(running -> {
                forgetExpired();
                Answer<T> answer = first(action.get());
                remember(userId, key, answer);
                return answer;
            });
        } catch (DuplicateKeyException e) {
            // The same request came twice at the same time; the other one was first.
            return find(userId, key, type).orElseThrow(() -> e);
        }
    }

    private <T> Optional<Answer<T>> find(String userId, IdempotentRequest key, Class<T> type) {
        List<Remembered> found = jdbc.query(
                "SELECT HEX(fingerprint), answer, refusal, trace_id FROM processor_request"
                        + " WHERE user_id = ? AND idempotency_key = ? AND created_at >= ?",
                (row, index) -> new Remembered(
                        row.getString(1),
                        new String(row.getBytes(2), StandardCharsets.UTF_8),
                        row.getString(3),
                        row.getString(4)),
                userId,
                bytes(key),
                expired());
        return found.stream().findFirst().map(remembered -> {
            String fingerprint = HexFormat.of().withUpperCase().formatHex(key.fingerprint());
            if (!remembered.fingerprint().equals(fingerprint)) {
                throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, null);
            }
            String refusal = remembered.refusal();
            Outcome<T> outcome = refusal == null
                    ? new Outcome.Done<>(json.readValue(remembered.answer(), type))
                    : new Outcome.NotDone<>(OperatorErrorCode.valueOf(refusal));
            return new Answer<>(outcome, true, remembered.traceId());
        });
    }

    private <T> void remember(String userId, IdempotentRequest key, Answer<T> answer) {
        byte[] body = answer.outcome() instanceof Outcome.Done<T> done ? json.writeValueAsBytes(done.body()) : NO_BODY;
        String refusal = answer.outcome() instanceof Outcome.NotDone<T> refused
                ? refused.reason().name()
                : null;
        jdbc.update(
                "INSERT INTO processor_request"
                        + " (user_id, idempotency_key, fingerprint, answer, refusal, trace_id, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                userId,
                bytes(key),
                key.fingerprint(),
                body,
                refusal,
                answer.traceId(),
                Micros.of(clock.instant()));
    }

    /** The column is binary: keys that differ in anything are two keys. */
    private static byte[] bytes(IdempotentRequest key) {
        return key.key().getBytes(StandardCharsets.UTF_8);
    }

    private void forgetExpired() {
        jdbc.update("DELETE FROM processor_request WHERE created_at < ?", expired());
    }

    private long expired() {
        return Micros.of(clock.instant().minus(REMEMBERED));
    }
}
