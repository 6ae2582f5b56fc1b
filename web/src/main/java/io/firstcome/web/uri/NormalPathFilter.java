package io.firstcome.web.uri;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.HexFormat;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;

/**
 * Shows one spelling of a path to all that come behind: {@code /%61pi/v1} is {@code /api/v1} to the router, so it must be that to every
 * filter that looks at a path, too. In it, characters that need no escape are not escaped (RFC 3986, 6.2.2.2).
 *
 * <p>Other escapes stay, above all those of {@code %} and {@code /}, so nothing is decoded twice. What has several spellings
 * for other reasons ({@code //}, {@code /./}, {@code ;a=b}) is refused by the firewall.
 */
@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 2)
final class NormalPathFilter implements Filter {

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        String path = request.getRequestURI();
        String normal = normal(path);
        chain.doFilter(normal.equals(path) ? request : new Normal(request, normal), response);
    }

    static String normal(String path) {
        int escape = path.indexOf('%');
        if (escape < 0) {
            return path;
        }
        StringBuilder normal = new StringBuilder(path.length());
        int copied = 0;
        while (escape >= 0) {
            int octet = octetAt(path, escape);
            if (isUnreserved(octet)) {
                normal.append(path, copied, escape).append((char) octet);
                copied = escape + 3;
            }
            escape = path.indexOf('%', Math.max(copied, escape + 1));
        }
        return normal.append(path, copied, path.length()).toString();
    }

    /** The octet that is escaped here; -1 when this is no escape, which the server refuses. */
    private static int octetAt(String path, int escape) {
        if (escape + 2 >= path.length()
                || !HexFormat.isHexDigit(path.charAt(escape + 1))
                || !HexFormat.isHexDigit(path.charAt(escape + 2))) {
            return -1;
        }
        return HexFormat.fromHexDigits(path, escape + 1, escape + 3);
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
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
