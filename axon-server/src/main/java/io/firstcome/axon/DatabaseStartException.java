package io.firstcome.axon;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application cannot start without its database. */
final class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseStartException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** Tells the operator the reason instead of a stack trace. Boot finds it by {@code spring.factories}. */
    static final class Analyzer extends AbstractFailureAnalyzer<DatabaseStartException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, DatabaseStartException cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
