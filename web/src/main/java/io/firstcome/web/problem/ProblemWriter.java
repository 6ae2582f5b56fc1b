package io.firstcome.web.problem;

import io.firstcome.web.trace.TraceId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem to the client, whatever the request says it accepts.
 *
 * <p>It has a JSON mapper of its own, so that an answer can be given where no application context is at hand.
 */
public final class ProblemWriter {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writerFor(Problem.class);

    private ProblemWriter() {}

    /** Answers with {@code thrown}; does nothing when an answer is already on its way. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemException thrown)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(thrown.status());
        thrown.headers().forEach(response::setHeader);
        if (thrown.status() == HttpServletResponse.SC_UNAUTHORIZED && !response.containsHeader("WWW-Authenticate")) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        byte[] body = body(thrown, instance(request), TraceId.current());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The body's bytes, UTF-8. */
    static byte[] body(ProblemException thrown, @Nullable String instance, String traceId) {
        return JSON.writeValueAsBytes(Problem.of(thrown, instance, traceId));
    }

    /** The path that the client asked for, also while the server dispatches to its error page. */
    private static String instance(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String uri ? uri : request.getRequestURI();
    }
}
