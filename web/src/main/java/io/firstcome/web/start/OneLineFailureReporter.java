package io.firstcome.web.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Logs why an application does not start in one line, where Spring Boot's own takes ten. Boot finds it by {@code spring.factories}. */
final class OneLineFailureReporter implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneLineFailureReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        String reason = action == null ? analysis.getDescription() : analysis.getDescription() + " " + action;
        log.error("Not started: {}", reason.strip().replaceAll("\\s+", " "));
    }
}
