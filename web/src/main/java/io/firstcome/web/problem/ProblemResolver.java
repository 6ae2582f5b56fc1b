package io.firstcome.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every exception that Spring MVC sees: of controllers, of the framework, of resources that do not exist. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemTranslator translator;

    ProblemResolver(ProblemTranslator translator) {
        this.translator = translator;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (clientLeft(thrown)) {
            log.debug("The client left before its answer", thrown);
            return new ModelAndView();
        }
        try {
            ProblemException answer = answer(request, thrown);
            if (answer.status() == HttpServletResponse.SC_BAD_REQUEST) {
                log.info("{} {} is refused: {}", request.getMethod(), request.getRequestURI(), answer.code());
            }
            ProblemWriter.write(request, response, answer);
        } catch (IOException e) {
            log.debug("The client left before its problem", e);
        }
        return new ModelAndView();
    }

    /**
     * Only the container's own word counts. A lost connection to the database also ends in an {@code EOFException}, and was
     * once taken for a client that left: the answer was then an empty 200.
     */
    private static boolean clientLeft(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }

    /** A read that took too long can simply be asked again; whether a command was done is not known. */
    private ProblemException answer(HttpServletRequest request, Exception thrown) {
        if (thrown instanceof AsyncRequestTimeoutException) {
            boolean read =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return ProblemException.of(
                    read ? ProblemCode.UNAVAILABLE : ProblemCode.OUTCOME_UNKNOWN, "It took too long. Ask again.");
        }
        return translator.translate(thrown);
    }
}
