package io.firstcome.web.trace;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;

/**
 * Gives each request its trace id: the client's, or a new one. It stays the same when the server dispatches the request
 * once more, for an asynchronous answer or to the error page.
 */
@FilterRegistration(
        order = Ordered.HIGHEST_PRECEDENCE,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR})
public final class TraceFilter implements Filter {

    private static final String ATTRIBUTE = TraceFilter.class.getName();

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        MDC.put(TraceId.MDC_KEY, traceId(request, (HttpServletResponse) servletResponse));
        try {
            chain.doFilter(servletRequest, servletResponse);
        } finally {
            MDC.remove(TraceId.MDC_KEY);
        }
    }

    private static String traceId(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String theirs = TraceId.fromTraceparent(request.getHeader("traceparent"));
        String traceId = theirs != null ? theirs : TraceId.next();
        request.setAttribute(ATTRIBUTE, traceId);
        response.setHeader(TraceId.RESPONSE_HEADER, traceId);
        return traceId;
    }
}
