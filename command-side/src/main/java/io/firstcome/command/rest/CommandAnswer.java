package io.firstcome.command.rest;

import io.firstcome.contract.RejectionCode;
import io.firstcome.web.problem.ProblemException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a handled command is answered with.
 *
 * @param payload what the handler returned
 * @param version the aggregate's version after the command; null when it published nothing
 * @param replayed whether this is the answer of an earlier request under the same idempotency key
 */
public record CommandAnswer<T>(T payload, @Nullable Long version, boolean replayed) {

    /** The header of a repeated answer. */
    public static final String REPLAYED_HEADER = "Idempotency-Replayed";

    /** As {@link #problem(RejectionCode, String, CommittedEvent)}, of which the code says all. */
    public ProblemException problem(RejectionCode code, CommittedEvent because) {
        return problem(code, null, because);
    }

    /**
     * The problem that a process led to after the command. In a repeated answer it is that of the first, trace id and all.
     *
     * @param because the event by which it is known
     */
    public ProblemException problem(RejectionCode code, @Nullable String detail, CommittedEvent because) {
        ProblemException problem = ProblemException.of(code, detail);
        if (!replayed) {
            return problem;
        }
        problem = problem.withHeader(REPLAYED_HEADER, "true");
        return because.traceId() == null ? problem : problem.withTraceId(because.traceId());
    }

    /** The HTTP answer: the version as ETag, the body made from the payload. */
    public <B> ResponseEntity<B> toResponse(HttpStatus status, Function<T, B> body) {
        // Named here, it need not be negotiated; that the client takes JSON was checked before.
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            response.eTag("\"" + version + "\"");
        }
        if (replayed) {
            response.header(REPLAYED_HEADER, "true");
        }
        return response.body(body.apply(payload));
    }
}
