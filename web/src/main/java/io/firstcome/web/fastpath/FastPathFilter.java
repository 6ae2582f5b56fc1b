package io.firstcome.web.fastpath;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Answers simple requests by the {@link FastPathRoutes}; all others go on to Spring MVC.
 *
 * <p>It stands behind the trace id, the timer, the security headers, CORS, the overload control, the limit on bodies, the firewall and
 * the token, so that they are the same on both roads.
 */
final class FastPathFilter implements Filter {

    private static final int MAX_BODY = 4_096;
    /** With one of these the controller may answer something else. */
    private static final List<String> CONDITIONS = List.of(
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_UNMODIFIED_SINCE);

    private final FastPathRoutes routes;

    FastPathFilter(FastPathRoutes routes) {
        this.routes = routes;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        if (!isSimple(request) || !routes.answer(request, (HttpServletResponse) servletResponse)) {
            chain.doFilter(servletRequest, servletResponse);
        }
    }

    /** A request asks for JSON, without parameters or conditions; a POST also brings a little JSON. */
    private static boolean isSimple(HttpServletRequest request) {
        if (request.getQueryString() != null || !acceptsJson(request.getHeader(HttpHeaders.ACCEPT))) {
            return false;
        }
        return switch (request.getMethod()) {
            case "GET" -> isUnconditional(request);
            case "POST" -> bringsJson(request);
            default -> false;
        };
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.equals(MediaType.ALL_VALUE) || accept.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    private static boolean isUnconditional(HttpServletRequest request) {
        for (String name : CONDITIONS) {
            if (request.getHeader(name) != null) {
                return false;
            }
        }
        return true;
    }

    private static boolean bringsJson(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 && length <= MAX_BODY && MediaType.APPLICATION_JSON_VALUE.equals(request.getContentType());
    }
}
