package io.firstcome.web.security;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.PreFlightRequestHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to a controller only when its caller has a role that the controller is for; before a parameter or
 * a body is read. What no rule names is refused.
 */
final class AccessInterceptor implements HandlerInterceptor {

    private final Supplier<AccessRules> rules;

    AccessInterceptor(Supplier<AccessRules> rules) {
        this.rules = rules;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            if (!isAutomaticOptions(method)) {
                check(rules.get().rolesFor(method), request);
            }
            return true;
        }
        // Swagger UI's files, and the answer to a browser that asks whether it may ask.
        if (handler instanceof ResourceHttpRequestHandler || handler instanceof PreFlightRequestHandler) {
            return true;
        }
        throw ProblemException.of(ProblemCode.FORBIDDEN, null);
    }

    private static void check(@Nullable Set<Role> allowed, HttpServletRequest request) {
        if (allowed == null) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, null);
        }
        if (allowed.isEmpty()) {
            return;
        }
        Caller caller = TokenFilter.callerOf(request);
        if (caller == null) {
            ProblemException refusal = TokenFilter.refusalOf(request);
            throw refusal != null ? refusal : missing();
        }
        if (Collections.disjoint(caller.roles(), allowed)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, "This needs one of the roles " + allowed + ".")
                    .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        }
    }

    static ProblemException missing() {
        return ProblemException.of(ProblemCode.UNAUTHENTICATED, "Send Authorization: Bearer and an access token.");
    }

    /** Spring's own answer to OPTIONS tells which methods there are, and runs nothing. */
    private static boolean isAutomaticOptions(HandlerMethod method) {
        return method.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
    }
}
