package io.firstcome.web.security;

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

/**
 * Hides every actuator endpoint but health, metrics and info, even if a setting should expose another one: a heap dump or
 * the environment open to everyone is how such systems leak.
 */
final class ActuatorGate implements Filter {

    private static final String BASE = "/actuator";
    private static final String HEALTH = BASE + "/health";

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        // Decoded and normalised by the server, unlike the URI.
        String path = request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
        if (path.startsWith(BASE) && !isOpen(path)) {
            ProblemWriter.write(
                    request, (HttpServletResponse) response, ProblemException.of(ProblemCode.NOT_FOUND, null));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isOpen(String path) {
        return path.equals(HEALTH)
                || path.startsWith(HEALTH + "/")
                || path.equals(BASE + "/prometheus")
                || path.equals(BASE + "/info");
    }
}
