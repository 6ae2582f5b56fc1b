package io.firstcome.web.management;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Counts and times requests as {@code http.server.requests}, by method, path pattern and status.
 *
 * <p>It replaces Spring's observation of the same name, which took a third of the processor time of a small request (45
 * against 31 microseconds, measured on two busy cores).
 */
@FilterRegistration(
        order = Ordered.HIGHEST_PRECEDENCE + 1,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
final class RequestTimerFilter implements Filter {

    private static final String STARTED = RequestTimerFilter.class.getName();
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private record Kind(String method, String pattern, int status) {}

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimerFilter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        // An asynchronous answer comes by here a second time; its clock began the first time.
        Object before = request.getAttribute(STARTED);
        long started = before instanceof Long known ? known : System.nanoTime();
        boolean thrown = true;
        try {
            chain.doFilter(request, response);
            thrown = false;
        } finally {
            if (!thrown && request.isAsyncStarted()) {
                request.setAttribute(STARTED, started);
            } else {
                record(request, thrown ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus(), started);
            }
        }
    }

    private void record(HttpServletRequest request, int status, long started) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        Kind kind = new Kind(method, pattern(request, status), status);
        Timer timer = timers.get(kind);
        if (timer == null) {
            timer = timers.computeIfAbsent(kind, this::timer);
        }
        timer.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }

    /** Never the path itself: a stranger could make endless series of it. */
    private static String pattern(HttpServletRequest request, int status) {
        @Nullable Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern instanceof String text) {
            return text;
        }
        return status == HttpServletResponse.SC_NOT_FOUND ? "NOT_FOUND" : "UNKNOWN";
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("How long requests take, until their answer is written")
                .tags("method", kind.method, "uri", kind.pattern, "status", Integer.toString(kind.status))
                .tags("outcome", outcome(kind.status))
                .register(registry);
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
