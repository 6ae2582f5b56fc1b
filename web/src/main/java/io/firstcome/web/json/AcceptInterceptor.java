package io.firstcome.web.json;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses a request whose answer the client could not accept, before it is handled.
 *
 * <p>Spring finds out when it writes the answer. By then the command would have been done, and the client told 406.
 */
final class AcceptInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        List<String> lines = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (lines.isEmpty() || (lines.size() == 1 && isPlain(lines.getFirst()))) {
            return true;
        }
        // A mapping that names what it produces was matched by it already.
        boolean matched = request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null;
        if (!matched && answersJson(handler) && !acceptsJson(lines)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }

    private static boolean isPlain(String accept) {
        return accept.equals(MediaType.ALL_VALUE) || accept.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    private static boolean answersJson(Object handler) {
        return handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }

    /** Several lines are one list (RFC 9110, 5.3). Of the ranges with JSON in them the most specific one counts (12.5.1). */
    private static boolean acceptsJson(List<String> lines) throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(String.join(",", lines)).stream()
                    .filter(type -> type.includes(MediaType.APPLICATION_JSON))
                    .max(Comparator.comparingInt(AcceptInterceptor::specificity)
                            .thenComparingDouble(MediaType::getQualityValue))
                    .filter(type -> type.getQualityValue() > 0)
                    .isPresent();
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException("Accept is not a list of media types");
        }
    }

    private static int specificity(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }
}
