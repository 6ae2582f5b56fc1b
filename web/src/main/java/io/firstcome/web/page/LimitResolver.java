package io.firstcome.web.page;

import io.firstcome.web.problem.FieldError.Code;
import io.firstcome.web.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=}. */
final class LimitResolver implements HandlerMethodArgumentResolver {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Limit.class;
    }

    @Override
    public Limit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        LimitRange range = parameter.getParameterAnnotation(LimitRange.class);
        int max = range == null ? Limit.MAX : range.max();
        String[] texts = request.getParameterValues("limit");
        if (texts == null || texts.length == 0) {
            return new Limit(range == null ? Limit.DEFAULT : range.standard());
        }
        int value = texts.length > 1 ? 0 : parse(texts[0]);
        if (value < 1 || value > max) {
            throw ProblemException.invalid("limit", Code.OUT_OF_RANGE, "must be a number from 1 to " + max);
        }
        return new Limit(value);
    }

    private static int parse(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
