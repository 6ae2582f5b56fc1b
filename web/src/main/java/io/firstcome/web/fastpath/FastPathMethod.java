package io.firstcome.web.fastpath;

import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.ApiJson;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.EndpointAccess;
import io.firstcome.web.security.Role;
import io.firstcome.web.start.InvalidConfigurationException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Calls a controller method with what a request brings, and answers with what it returns or throws.
 *
 * <p>The arguments are read in the order of the parameters, with the reader, the validator and the exceptions of Spring MVC, so a wrong
 * request is told the same as there.
 */
final class FastPathMethod {

    /** Reads one argument from a request. */
    @FunctionalInterface
    private interface Argument {
        @Nullable
        Object of(HttpServletRequest request) throws Exception;
    }

    /**
     * What Spring MVC has, and the fast path uses as well.
     *
     * @param validator of bodies
     * @param problems answers what a method throws
     */
    record Context(Validator validator, HandlerExceptionResolver problems) {}

    private final String path;
    private final Set<Role> roles;
    private final List<Argument> arguments;
    /** Takes an {@code Object[]}. Unlike {@code Method}, it throws what the method throws: a rejection costs no stack trace. */
    private final MethodHandle method;

    private final HandlerExceptionResolver problems;

    private FastPathMethod(
            String path,
            Set<Role> roles,
            List<Argument> arguments,
            MethodHandle method,
            HandlerExceptionResolver problems) {
        this.path = path;
        this.roles = roles;
        this.arguments = arguments;
        this.method = method;
        this.problems = problems;
    }

    /** @throws InvalidConfigurationException when the method takes or returns something that is not fit for the fast path */
    static FastPathMethod of(String path, HandlerMethod handler, Context context) {
        HandlerMethod bound = handler.createWithResolvedBean();
        MethodParameter[] parameters = bound.getMethodParameters();
        Set<Role> roles = EndpointAccess.roles(bound);
        if (roles.isEmpty()
                || bound.getReturnType().getParameterType() != ResponseEntity.class
                || Arrays.stream(parameters).noneMatch(FastPathMethod::isBody)) {
            throw new InvalidConfigurationException(
                    "A @FastPath method has a body, is for some roles only and returns a ResponseEntity: " + handler);
        }
        List<Argument> arguments = Arrays.stream(parameters)
                .map(parameter -> argument(parameter, context.validator()))
                .toList();
        return new FastPathMethod(path, roles, arguments, handleOf(bound), context.problems());
    }

    private static Argument argument(MethodParameter parameter, Validator validator) {
        Class<?> type = parameter.getParameterType();
        if (isBody(parameter)) {
            return new FastPathBody(parameter, validator)::read;
        } else if (type == Caller.class) {
            return Caller::of;
        } else if (type == IdempotentRequest.class) {
            return IdempotentRequest::of;
        } else if (type == AdmissionHeader.class) {
            return AdmissionHeader::of;
        }
        throw new InvalidConfigurationException("A @FastPath method does not take a " + parameter);
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static MethodHandle handleOf(HandlerMethod handler) {
        handler.getMethod().setAccessible(true);
        try {
            return MethodHandles.lookup()
                    .unreflect(handler.getMethod())
                    .bindTo(handler.getBean())
                    .asSpreader(Object[].class, handler.getMethodParameters().length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("It was made accessible before", e);
        }
    }

    /** Answers, or returns false when the caller does not have the role: Spring MVC says why. */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        if (!EndpointAccess.isFor(roles, request)) {
            return false;
        }
        FastPathRoutes.countAs(path, request);
        try {
            write(call(request), response);
        } catch (Exception thrown) {
            problems.resolveException(request, response, null, thrown);
        }
        return true;
    }

    private ResponseEntity<?> call(HttpServletRequest request) throws Exception {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).of(request);
        }
        try {
            return (ResponseEntity<?>) (Object) method.invokeExact(values);
        } catch (Exception e) {
            throw e;
        } catch (Throwable fault) {
            throw new ServletException("A controller failed", fault);
        }
    }

    private static void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        Object body = answer.getBody();
        if (body != null) {
            FastPathAnswer.write(ApiJson.bytes(body), response);
        }
    }
}
