package io.firstcome.web.ready;

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
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers plain GETs with what is ready. Everything else goes on to the controllers: other methods, parameters, conditions, other
 * types, and what is not ready.
 *
 * <p>It stands behind the trace id, the timer, the security headers, CORS and the firewall, so that they are the same for both ways.
 */
final class ReadyAnswerFilter implements Filter {

    /** With one of these the controller may answer something else. */
    private static final List<String> SPECIAL = List.of(
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_UNMODIFIED_SINCE);

    private final ReadyRoutes routes;

    ReadyAnswerFilter(ReadyRoutes routes) {
        this.routes = routes;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        ReadyAnswer answer = isPlain(request) ? find(request) : null;
        if (answer == null) {
            chain.doFilter(servletRequest, servletResponse);
        } else {
            write(answer, (HttpServletResponse) servletResponse);
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || request.getQueryString() != null) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && !accept.equals(MediaType.ALL_VALUE) && !accept.equals(MediaType.APPLICATION_JSON_VALUE)) {
            return false;
        }
        for (String name : SPECIAL) {
            if (request.getHeader(name) != null) {
                return false;
            }
        }
        return true;
    }

    private @Nullable ReadyAnswer find(HttpServletRequest request) {
        String path = request.getRequestURI();
        for (ReadyRoute route : routes.all()) {
            String id = route.idIn(path);
            if (id != null) {
                ReadyAnswer answer = route.answers().find(id);
                if (answer != null) {
                    // By this the request is counted.
                    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, route.pattern());
                }
                return answer;
            }
        }
        return null;
    }

    private static void write(ReadyAnswer answer, HttpServletResponse response) throws IOException {
        byte[] body = answer.body();
        response.setHeader(HttpHeaders.ETAG, answer.etag());
        response.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
