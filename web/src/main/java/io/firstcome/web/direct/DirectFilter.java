package io.firstcome.web.direct;

import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.idempotency.RepeatableRequest;
import io.firstcome.web.json.ApiJson;
import io.firstcome.web.security.Caller;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Calls a controller method for a plain request: one in JSON, with a body that can be read and is valid, by somebody who may.
 * Everything else goes on as if this were not here, with its body unread.
 *
 * <p>It stands behind the trace id, the timer, the security headers, CORS, the limit on bodies, the admission and the token, so that
 * they are the same for both ways.
 */
final class DirectFilter implements Filter {

    private static final int MAX_BODY = 4_096;

    private final DirectMethods methods;
    private final HandlerExceptionResolver problems;

    /** @param problems answers what a method throws */
    DirectFilter(DirectMethods methods, HandlerExceptionResolver problems) {
        this.methods = methods;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        DirectMethod method = methods.at(request.getRequestURI());
        Caller caller = method != null && isPlain(request) ? method.callerOf(request) : null;
        if (method == null || caller == null) {
            chain.doFilter(request, servletResponse);
            return;
        }
        RepeatableRequest repeatable = RepeatableRequest.of(request);
        Object body = method.read(repeatable.body());
        if (body == null) {
            chain.doFilter(repeatable, servletResponse);
        } else {
            answer(method, body, caller, repeatable, (HttpServletResponse) servletResponse);
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return "POST".equals(request.getMethod())
                && length > 0
                && length <= MAX_BODY
                && request.getQueryString() == null
                && MediaType.APPLICATION_JSON_VALUE.equals(request.getContentType())
                && acceptsJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.equals(MediaType.ALL_VALUE) || accept.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    private void answer(
            DirectMethod method, Object body, Caller caller, RepeatableRequest request, HttpServletResponse response)
            throws IOException {
        // By this the request is counted.
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, request.getRequestURI());
        try {
            IdempotentRequest idempotency = IdempotentRequest.of(request);
            ResponseEntity<?> answer =
                    method.call(new DirectMethod.Parts(body, caller, idempotency, request, response));
            if (answer != null) {
                write(answer, response);
            }
        } catch (Exception thrown) {
            problems.resolveException(request, response, null, thrown);
        }
    }

    private static void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        Object body = answer.getBody();
        if (body != null) {
            byte[] bytes = ApiJson.bytes(body);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
