package io.firstcome.web.security;

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

/** Tells a browser to take answers for what they are: no guessing of types, no frames, no scripts but Swagger UI's own. */
@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 5)
final class SecurityHeadersFilter implements Filter {

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    /** Swagger UI sets styles from its script and has its icons in {@code data:} URLs. */
    private static final String PAGE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        boolean page = request.getRequestURI().startsWith("/swagger-ui");
        response.setHeader("Content-Security-Policy", page ? PAGE_POLICY : API_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!page) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
