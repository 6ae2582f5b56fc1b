package io.firstcome.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint's annotation says about its callers. */
public final class EndpointAccess {

    /** Controllers of libraries, which carry no annotation of ours. Springdoc shows what is public anyway. */
    private static final String SPRINGDOC = "org.springdoc.";

    private EndpointAccess() {}

    /**
     * The roles that the annotation of the method, or else of its class, names: one of them is needed, and none when it is empty. Null:
     * there is no annotation.
     */
    static @Nullable Set<Role> declared(HandlerMethod handler) {
        Class<?> type = handler.getBeanType();
        if (ErrorController.class.isAssignableFrom(type) || type.getName().startsWith(SPRINGDOC)) {
            return Set.of();
        }
        Access access = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        if (access == null) {
            access = AnnotatedElementUtils.findMergedAnnotation(type, Access.class);
        }
        return access == null ? null : Set.of(access.value());
    }

    /** One of these roles is needed; empty on a public endpoint, and on one that does not say. */
    public static Set<Role> roles(HandlerMethod handler) {
        Set<Role> roles = declared(handler);
        return roles == null ? Set.of() : roles;
    }

    /** Tells whether an access token is needed. */
    public static boolean needsToken(HandlerMethod handler) {
        return !roles(handler).isEmpty();
    }

    /** Tells whether the caller of a request has one of these roles. */
    public static boolean isFor(Set<Role> roles, HttpServletRequest request) {
        Caller caller = Caller.of(request);
        return caller != null && !Collections.disjoint(caller.roles(), roles);
    }
}
