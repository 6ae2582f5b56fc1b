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

/**
 * Refuses a body that is too large: at once when its length is announced, else as soon as too much has come.
 *
 * <p>A body of announced length costs nothing more: the server itself reads no further than announced.
 */
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
        if (announced > maxBytes) {
            ProblemWriter.write(request, (HttpServletResponse) servletResponse, tooLarge(maxBytes));
        } else if (announced < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new LimitedRequest(request, maxBytes), servletResponse);
        } else {
            chain.doFilter(request, servletResponse);
        }
    }

    static ProblemException tooLarge(long maxBytes) {
        return ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE, "A body may have " + maxBytes + " bytes at most.");
    }
}
