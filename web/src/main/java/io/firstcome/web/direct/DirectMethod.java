package io.firstcome.web.direct;

import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.PlainJson;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.EndpointAccess;
import io.firstcome.web.security.Role;
import io.firstcome.web.start.StartRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** A controller method that is called with what it takes. */
final class DirectMethod {

    /** What a parameter is. */
    private enum Part {
        BODY,
        CALLER,
        IDEMPOTENCY,
        REQUEST,
        RESPONSE
    }

    /** What a request brings. */
    record Parts(
            Object body,
            Caller caller,
            @Nullable IdempotentRequest idempotency,
            HttpServletRequest request,
            HttpServletResponse response) {}

    private final HandlerMethod handler;
    private final List<Part> parameters;
    private final PlainJson<?> body;
    private final Validator validator;
    private final Set<Role> roles;

    private DirectMethod(
            HandlerMethod handler, List<Part> parameters, PlainJson<?> body, Validator validator, Set<Role> roles) {
        this.handler = handler;
        this.parameters = parameters;
        this.body = body;
        this.validator = validator;
        this.roles = roles;
    }

    /**
     * The method, ready to be called.
     *
     * @throws StartRefused when it takes or returns something that is not for the direct way
     */
    static DirectMethod of(HandlerMethod method, Validator validator) {
        HandlerMethod handler = method.createWithResolvedBean();
        handler.getMethod().setAccessible(true);
        List<Part> parameters = Arrays.stream(handler.getMethodParameters())
                .map(DirectMethod::part)
                .toList();
        Class<?> body = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> part(parameter) == Part.BODY)
                .<Class<?>>map(MethodParameter::getParameterType)
                .findFirst()
                .orElseThrow(() -> refused(handler));
        Set<Role> roles = EndpointAccess.roles(handler);
        if (roles.isEmpty() || handler.getReturnType().getParameterType() != ResponseEntity.class) {
            throw refused(handler);
        }
        return new DirectMethod(handler, parameters, PlainJson.of(body), validator, roles);
    }

    private static Part part(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return Part.BODY;
        } else if (type == Caller.class) {
            return Part.CALLER;
        } else if (type == IdempotentRequest.class) {
            return Part.IDEMPOTENCY;
        } else if (type == HttpServletRequest.class) {
            return Part.REQUEST;
        } else if (type == HttpServletResponse.class) {
            return Part.RESPONSE;
        }
        throw new StartRefused("Not for a @Direct method: " + parameter);
    }

    private static StartRefused refused(HandlerMethod handler) {
        return new StartRefused(
                "A @Direct method has a body, is for some roles only and returns a ResponseEntity: " + handler);
    }

    /** Who asks, when they have a role that this is for; null otherwise. */
    @Nullable
    Caller callerOf(HttpServletRequest request) {
        return EndpointAccess.callerWith(roles, request);
    }

    /** The body, when there is nothing to say against it; null otherwise. */
    @Nullable
    Object read(byte[] bytes) {
        Object read = body.read(bytes);
        return read != null && validator.validate(read).isEmpty() ? read : null;
    }

    /** Calls it. Null: it has written the answer. */
    @Nullable
    ResponseEntity<?> call(Parts parts) throws Exception {
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(parameters.get(i), parts);
        }
        try {
            return (ResponseEntity<?>) handler.getMethod().invoke(handler.getBean(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception thrown ? thrown : e;
        }
    }

    private static @Nullable Object argument(Part part, Parts parts) {
        return switch (part) {
            case BODY -> parts.body();
            case CALLER -> parts.caller();
            case IDEMPOTENCY -> parts.idempotency();
            case REQUEST -> parts.request();
            case RESPONSE -> parts.response();
        };
    }
}
