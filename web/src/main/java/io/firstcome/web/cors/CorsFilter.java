package io.firstcome.web.cors;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.problem.ProblemWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Answers preflights, and tells on every other answer whether a page of that origin may read it.
 *
 * <p>A request of an origin that is not allowed is answered as without CORS: the browser keeps the answer from the page. It is not
 * refused, since a browser names the origin of our own pages, too, and behind a proxy that is not known here. Only its preflight is
 * refused, with 403.
 */
@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 6)
final class CorsFilter implements Filter {

    /** All methods that the API has; whether a path has them is told by 405 and {@code Allow}. */
    private static final String METHODS = "GET, HEAD, PATCH, POST";

    private static final String REQUEST_HEADERS =
            "Accept, Accept-Language, Authorization, Content-Language, Content-Type,"
                    + " Idempotency-Key, If-None-Match, traceparent, tracestate, X-Admission";

    private static final String RESPONSE_HEADERS =
            "Allow, ETag, Idempotency-Replayed, Location, Retry-After, WWW-Authenticate, X-Trace-Id";

    private final CorsSettings settings;

    CorsFilter(CorsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (settings.isOpen() && !settings.isOpenToAll()) {
            // Also for a request without an origin: a cache must not give its answer to a page.
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            chain.doFilter(request, response);
            return;
        }
        boolean isAllowed = settings.allows(origin);
        if (isAllowed) {
            allow(origin, response);
        }
        if (isPreflight(request)) {
            answer(isAllowed, request, response);
        } else {
            if (isAllowed) {
                response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
            }
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod())
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    private void allow(String origin, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, settings.isOpenToAll() ? "*" : origin);
        if (settings.allowCredentials()) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
    }

    private void answer(boolean isAllowed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!isAllowed) {
            ProblemWriter.write(
                    request,
                    response,
                    ProblemException.of(ProblemCode.FORBIDDEN, "Pages of this origin may not call the API."));
            return;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_MAX_AGE,
                Long.toString(settings.maxAge().toSeconds()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
