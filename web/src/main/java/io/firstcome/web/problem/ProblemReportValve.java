package io.firstcome.web.problem;

import io.firstcome.web.trace.TraceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/**
 * Answers what Tomcat itself refuses, before any filter runs: a broken request line, an illegal character, headers that are
 * too large. Tomcat makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    /** Lets the servers of this factory answer so. */
    static void use(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean ioAllowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, ioAllowed);
        if (!ioAllowed.get()) {
            return;
        }
        String traceId = TraceId.current();
        byte[] body = ProblemWriter.body(StatusProblems.of(status), request.getRequestURI(), traceId);
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader(TraceId.RESPONSE_HEADER, traceId);
            var out = response.getReporter();
            if (out != null) {
                out.write(new String(body, StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The client left before its problem", e);
        }
    }
}
