package io.firstcome.web.app;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Goes wrong in every way. */
@RestController
@RequestMapping("/api/v1/fault")
@ForPublic
@Hidden
class FaultController {

    private static final long SHORT_MILLIS = 50;

    @GetMapping("/{kind}")
    @Nullable
    Object fail(@PathVariable String kind, HttpServletResponse response) throws IOException {
        return switch (kind) {
            case "bug" -> throw new IllegalStateException("secret detail of io.firstcome.Inside");
            case "away" -> throw new CannotGetJdbcConnectionException("no connection to 10.0.0.1");
            case "transaction" -> throw new CannotCreateTransactionException("no transaction");
            case "broken-off" ->
                throw new RecoverableDataAccessException(
                        "read", new SQLException("link failure", "08S01", new EOFException("server closed")));
            case "timeout" -> throw new QueryTimeoutException("select secret");
            case "mapped" -> throw new ArithmeticException("of another module");
            case "wrapped" -> throw new CompletionException(ProblemException.of(ProblemCode.OUTCOME_UNKNOWN, "Wait."));
            case "future" ->
                CompletableFuture.failedFuture(new CompletionException(new QueryTimeoutException("select secret")));
            case "replayed" ->
                throw ProblemException.of(ProblemCode.NOT_FOUND, "As before.")
                        .withTraceId("00000000000000000000000000000007")
                        .withHeader("Idempotency-Replayed", "true");
            case "unwritable" -> Map.of("self", new Unwritable());
            case "send-error" -> {
                response.sendError(503, "secret message");
                yield null;
            }
            default -> Map.of("kind", kind);
        };
    }

    @GetMapping("/never")
    DeferredResult<String> never() {
        return new DeferredResult<>(SHORT_MILLIS);
    }

    @PostMapping("/never")
    DeferredResult<String> neverDone() {
        return new DeferredResult<>(SHORT_MILLIS);
    }

    @GetMapping(value = "/text", produces = MediaType.TEXT_PLAIN_VALUE)
    String text() {
        return "text";
    }

    /** Cannot be written: it contains itself. */
    static final class Unwritable {
        public Unwritable getSelf() {
            return this;
        }
    }
}
