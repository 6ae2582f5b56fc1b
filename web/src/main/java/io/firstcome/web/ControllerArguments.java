package io.firstcome.web;

import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.LimitRange;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a controller takes by the type of its parameter. */
@Configuration(proxyBeanMethods = false)
class ControllerArguments implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ByType<>(
                Caller.class,
                (parameter, request) -> parameter.isOptional() ? Caller.of(request) : Caller.required(request)));
        resolvers.add(new ByType<>(IdempotentRequest.class, (parameter, request) -> IdempotentRequest.of(request)));
        resolvers.add(new ByType<>(AdmissionHeader.class, (parameter, request) -> AdmissionHeader.of(request)));
        resolvers.add(new ByType<>(
                Limit.class,
                (parameter, request) -> Limit.of(
                        request.getParameterValues("limit"), parameter.getParameterAnnotation(LimitRange.class))));
        resolvers.add(new ByType<>(Cursor.class, (parameter, request) -> cursor(request.getParameter("cursor"))));
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null ? null : Cursor.decode(text);
    }

    /** Reads an argument from a request. */
    @FunctionalInterface
    private interface Reader<T> {
        @Nullable
        T read(MethodParameter parameter, HttpServletRequest request) throws IOException;
    }

    private record ByType<T>(Class<T> type, Reader<T> reader) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders)
                throws IOException {
            return reader.read(parameter, ((ServletWebRequest) request).getRequest());
        }
    }
}
