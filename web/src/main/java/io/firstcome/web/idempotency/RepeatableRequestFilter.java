package io.firstcome.web.idempotency;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Makes the body of a request with an {@code Idempotency-Key} repeatable; without the header it changes nothing. */
final class RepeatableRequestFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean keyed = http.getHeader(IdempotentRequest.HEADER) != null;
        chain.doFilter(keyed ? RepeatableRequest.of(http) : http, response);
    }
}
