package io.firstcome.web.security;

import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is asking. Whether they may is for {@link AccessInterceptor} to say, which knows the endpoint.
 *
 * <p>The caller travels as an attribute of the request: there is no thread-local to forget, and an asynchronous answer
 * finds it too.
 */
final class TokenFilter implements Filter {

    private static final String CALLER = Caller.class.getName();
    private static final String REFUSED = TokenFilter.class.getName() + ".refused";
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;

    TokenFilter(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        String token = tokenIn(request.getHeader("Authorization"));
        if (token != null && callerOf(request) == null) {
            try {
                request.setAttribute(CALLER, verifier.verify(token));
            } catch (ProblemException e) {
                request.setAttribute(REFUSED, e);
            }
        }
        chain.doFilter(request, response);
    }

    /** The token in the header's value, or null when it has none. */
    static @Nullable String tokenIn(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    /** Who is asking, or null when there was no valid token. */
    static @Nullable Caller callerOf(HttpServletRequest request) {
        return (Caller) request.getAttribute(CALLER);
    }

    /** Why the token was refused, or null when there was none. */
    static @Nullable ProblemException refusalOf(HttpServletRequest request) {
        return (ProblemException) request.getAttribute(REFUSED);
    }
}
