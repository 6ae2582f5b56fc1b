package io.firstcome.web.security;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.start.InvalidConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.cors.PreFlightRequestHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to a controller only when its caller has a role that the controller is for; before a parameter or
 * a body is read. What no rule names is refused.
 */
final class AccessInterceptor implements HandlerInterceptor, WebMvcConfigurer, SmartInitializingSingleton {

    /** Asked late, since it is made with this interceptor. */
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    private volatile Map<Method, Set<Role>> rolesByMethod = Map.of();

    AccessInterceptor(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(0);
    }

    /**
     * Reads the rules of all controllers.
     *
     * @throws InvalidConfigurationException when one says nothing: an endpoint is never open by omission
     */
    @Override
    public void afterSingletonsInstantiated() {
        Map<Method, Set<Role>> roles = new HashMap<>();
        List<String> silent = new ArrayList<>();
        for (HandlerMethod handler : mappings.getObject().getHandlerMethods().values()) {
            Set<Role> declared = EndpointAccess.declared(handler);
            if (declared == null) {
                silent.add(handler.getBeanType().getName() + "#"
                        + handler.getMethod().getName());
            } else {
                roles.put(handler.getMethod(), declared);
            }
        }
        if (!silent.isEmpty()) {
            throw new InvalidConfigurationException(
                    "These endpoints do not say who may call them. Give each one of @ForPublic,"
                            + " @ForAnyRole, @ForCustomer, @ForOperator, @ForAuditor, @ForStaff: " + silent);
        }
        rolesByMethod = Map.copyOf(roles);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            if (!isAutomaticOptions(method)) {
                check(rolesByMethod.get(method.getMethod()), request);
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
        if (allowed.isEmpty() || EndpointAccess.isFor(allowed, request)) {
            return;
        }
        if (Caller.of(request) == null) {
            ProblemException refusal = TokenFilter.refusalOf(request);
            throw refusal != null ? refusal : Caller.missing();
        }
        throw ProblemException.of(ProblemCode.FORBIDDEN, "This needs one of the roles " + EnumSet.copyOf(allowed) + ".")
                .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    /** Spring's own answer to OPTIONS tells which methods there are, and runs nothing. */
    private static boolean isAutomaticOptions(HandlerMethod method) {
        return method.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
    }
}
