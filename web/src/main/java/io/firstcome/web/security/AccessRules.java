package io.firstcome.web.security;

import io.firstcome.web.start.StartRefused;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Which roles each controller method is for, read once from its annotations. */
final class AccessRules {

    /** Controllers of libraries, which carry no annotation of ours. Springdoc shows what is public anyway. */
    private static final String SPRINGDOC = "org.springdoc.";

    private final Map<Method, Set<Role>> rolesByMethod;

    private AccessRules(Map<Method, Set<Role>> rolesByMethod) {
        this.rolesByMethod = Map.copyOf(rolesByMethod);
    }

    /**
     * The rules of these controller methods.
     *
     * @throws StartRefused when one says nothing: an endpoint is never open by omission
     */
    static AccessRules of(Iterable<HandlerMethod> handlers) {
        Map<Method, Set<Role>> roles = new HashMap<>();
        List<String> silent = new ArrayList<>();
        for (HandlerMethod handler : handlers) {
            Set<Role> allowed = allowed(handler);
            if (allowed == null) {
                silent.add(handler.getBeanType().getName() + "#"
                        + handler.getMethod().getName());
            } else {
                roles.put(handler.getMethod(), allowed);
            }
        }
        if (!silent.isEmpty()) {
            throw new StartRefused("These endpoints do not say who may call them. Give each one of @ForPublic,"
                    + " @ForAnyRole, @ForCustomer, @ForOperator, @ForAuditor, @ForStaff: " + silent);
        }
        return new AccessRules(roles);
    }

    /** One of these roles is needed; none means that everyone may call it; null that nobody may. */
    @Nullable
    Set<Role> rolesFor(HandlerMethod handler) {
        return rolesByMethod.get(handler.getMethod());
    }

    /** The annotation of the method, or else of its class. */
    static @Nullable Set<Role> allowed(HandlerMethod handler) {
        Class<?> type = handler.getBeanType();
        if (ErrorController.class.isAssignableFrom(type) || type.getName().startsWith(SPRINGDOC)) {
            return Set.of();
        }
        Access access = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        if (access == null) {
            access = AnnotatedElementUtils.findMergedAnnotation(type, Access.class);
        }
        if (access == null) {
            return null;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(List.of(access.value()));
        return roles;
    }
}
