package io.firstcome.web.uri;

import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.FieldError.Code;
import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query that can't be read, or can be in more than one way, before the controller is called.
 *
 * <p>The server reads a query only when somebody asks for a parameter; asked for here, one that can't be decoded is refused
 * by every endpoint and not only by those that have parameters. No parameter of the API is a list, so one that is repeated
 * has two values of which nobody could say which counts. Spring takes an empty text for no number, and {@code 0x10} for 16.
 */
final class QueryInterceptor implements HandlerInterceptor {

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() == null || isForm(request)) {
            return true;
        }
        Map<String, String[]> query = request.getParameterMap();
        List<FieldError> errors = new ArrayList<>();
        query.forEach((name, values) -> {
            if (values.length > 1) {
                errors.add(new FieldError(name, "must be given once", Code.INVALID_VALUE));
            }
        });
        if (errors.isEmpty() && handler instanceof HandlerMethod method) {
            for (MethodParameter parameter : method.getMethodParameters()) {
                FieldError error = errorOf(parameter, query);
                if (error != null) {
                    errors.add(error);
                }
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return true;
    }

    /** The server would read the body of a POST for its parameters. It is no JSON and will be refused for that. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return HttpMethod.POST.matches(request.getMethod())
                && type != null
                && type.regionMatches(
                        true,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
    }

    private static @Nullable FieldError errorOf(MethodParameter parameter, Map<String, String[]> query) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named == null) {
            return null;
        }
        String name = named.name().isEmpty() ? parameter.getParameter().getName() : named.name();
        String[] values = query.get(name);
        if (values == null) {
            return null;
        }
        if (values[0].isEmpty()) {
            return new FieldError(name, "must not be empty", Code.INVALID_FORMAT);
        }
        boolean number =
                Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(parameter.getParameterType()));
        return number && !INTEGER.matcher(values[0]).matches()
                ? new FieldError(name, "must be an integer number", Code.WRONG_TYPE)
                : null;
    }
}
