package io.firstcome.web.body;

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
import java.util.Enumeration;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Refuses a body that is too large: at once when its length is announced, else as soon as too much has come. Refuses a body
 * with a content coding, too: nobody here would decode it. Makes every other body a {@link RepeatableRequest}.
 */
@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimitFilter implements Filter {

    private final long maxBytes;

    BodyLimitFilter(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        long announced = request.getContentLengthLong();
        if (isCoded(request)) {
            ProblemWriter.write(request, (HttpServletResponse) servletResponse, coded());
        } else if (announced > maxBytes) {
            ProblemWriter.write(request, (HttpServletResponse) servletResponse, tooLarge(maxBytes));
        } else if (announced > 0 || (announced < 0 && request.getHeader("Transfer-Encoding") != null)) {
            chain.doFilter(new RepeatableRequest(request, maxBytes), servletResponse);
        } else {
            chain.doFilter(request, servletResponse);
        }
    }

    private static boolean isCoded(HttpServletRequest request) {
        Enumeration<String> codings = request.getHeaders(HttpHeaders.CONTENT_ENCODING);
        while (codings.hasMoreElements()) {
            String coding = codings.nextElement().strip();
            if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
                return true;
            }
        }
        return false;
    }

    /** RFC 9110, 15.5.16: the header tells that the coding is what is refused. */
    private static ProblemException coded() {
        return ProblemException.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "A body has no Content-Encoding here.")
                .withHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    static ProblemException tooLarge(long maxBytes) {
        return ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE, "A body may have " + maxBytes + " bytes at most.");
    }
}
