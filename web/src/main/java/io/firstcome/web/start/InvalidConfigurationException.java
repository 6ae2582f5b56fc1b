package io.firstcome.web.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Thrown while the application starts, when it would not be safe to run with the configuration that it was given. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong, and what to do about it */
    public InvalidConfigurationException(String reason) {
        super(reason);
    }

    /** Tells the operator the reason instead of a stack trace. Boot finds it by {@code spring.factories}. */
    static final class Analyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, InvalidConfigurationException cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
