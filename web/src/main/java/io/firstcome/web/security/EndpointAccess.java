package io.firstcome.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint's annotation says about its callers, for the description of the API. */
public final class EndpointAccess {

    private EndpointAccess() {}

    /** One of these roles is needed; empty on a public endpoint, and on one that does not say. */
    public static Set<Role> roles(HandlerMethod handler) {
        @Nullable Set<Role> allowed = AccessRules.allowed(handler);
        return allowed == null ? Set.of() : Set.copyOf(allowed);
    }

    /** Who asks, when they have one of these roles; null when they have none, or nobody says who they are. */
    public static @Nullable Caller callerWith(Set<Role> roles, HttpServletRequest request) {
        Caller caller = TokenFilter.callerOf(request);
        return caller == null || Collections.disjoint(caller.roles(), roles) ? null : caller;
    }

    /** Tells whether an access token is needed. */
    public static boolean needsToken(HandlerMethod handler) {
        return !roles(handler).isEmpty();
    }
}
