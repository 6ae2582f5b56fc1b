package io.firstcome.web.uri;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Shows the {@link NormalPath} to all that come behind: {@code /%61pi/v1} is {@code /api/v1} to the router, so it must be that
 * to every filter that looks at a path, too.
 */
final class NormalPathFilter implements Filter {

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        String path = request.getRequestURI();
        String normal = NormalPath.of(path);
        chain.doFilter(normal.equals(path) ? request : new Normal(request, normal), response);
    }

    private static final class Normal extends HttpServletRequestWrapper {

        private final String path;

        Normal(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            url.setLength(url.length() - super.getRequestURI().length());
            return url.append(path);
        }
    }
}
