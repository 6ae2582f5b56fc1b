package io.firstcome.query.querying;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/**
 * Asks a query and waits for its answer.
 *
 * <p>An exception of the handler comes out as it was thrown, but for {@link UnavailableTranslator}, and for {@link ReadModelBehindException},
 * which is told as {@code READ_MODEL_BEHIND}.
 */
@Component
public class QueryClient {

    private final QueryGateway gateway;

    QueryClient(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** The answer to a query that has one. */
    public <R> R ask(Object query, Class<R> answer) {
        return UnavailableTranslator.told(() -> get(gateway.query(query, answer)));
    }

    /** The answer to a query that may find nothing. */
    public <R> Optional<R> find(Object query, Class<R> answer) {
        return UnavailableTranslator.told(() -> get(gateway.query(query, ResponseTypes.optionalInstanceOf(answer))));
    }

    /** The answers to a query that has many. */
    public <R> List<R> list(Object query, Class<R> answer) {
        return UnavailableTranslator.told(() -> get(gateway.query(query, ResponseTypes.multipleInstancesOf(answer))));
    }

    private static <R> R get(CompletableFuture<R> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ReadModelBehindException behind) {
                throw ProblemException.of(
                        ProblemCode.READ_MODEL_BEHIND, "Version " + behind.minVersion() + " is not there.");
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
