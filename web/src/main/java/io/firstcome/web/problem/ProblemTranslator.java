package io.firstcome.web.problem;

import io.firstcome.contract.RejectedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into the problem to answer with. */
final class ProblemTranslator {

    private static final Logger log = LoggerFactory.getLogger(ProblemTranslator.class);
    private static final int MAX_CAUSES = 12;

    private final List<ProblemMapper> mappers;

    ProblemTranslator(List<ProblemMapper> mappers) {
        this.mappers = List.copyOf(mappers);
    }

    /** The problem for {@code thrown}; what nobody knows is logged with the trace id and becomes an internal error. */
    ProblemException translate(Throwable thrown) {
        ProblemException known = search(thrown);
        if (known != null) {
            return known;
        }
        log.error("Unexpected failure of a request", thrown);
        return ProblemException.of(ProblemCode.INTERNAL_ERROR, null);
    }

    /** An answer that somebody meant, anywhere among the causes, goes before a mapping of the outer exceptions. */
    private @Nullable ProblemException search(Throwable thrown) {
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < MAX_CAUSES; t = t.getCause(), depth++) {
            if (t instanceof ProblemException problem) {
                return problem;
            }
            if (t instanceof RejectedException rejection) {
                return ProblemException.of(rejection.code(), null);
            }
        }
        depth = 0;
        for (Throwable t = thrown; t != null && depth < MAX_CAUSES; t = t.getCause(), depth++) {
            for (ProblemMapper mapper : mappers) {
                ProblemException mapped = mapper.map(t);
                if (mapped != null) {
                    return mapped;
                }
            }
        }
        return null;
    }
}
