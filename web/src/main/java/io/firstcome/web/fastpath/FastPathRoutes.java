package io.firstcome.web.fastpath;

import io.firstcome.web.security.EndpointAccess;
import io.firstcome.web.start.InvalidConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The endpoints of this application that are on the fast path: none before all controllers are known. */
final class FastPathRoutes {

    private volatile Map<String, FastPathMethod> methods = Map.of();
    private volatile List<FastPathRead> reads = List.of();

    /**
     * Reads the routes.
     *
     * @throws InvalidConfigurationException when an endpoint is not fit for the fast path
     */
    void load(
            Map<RequestMappingInfo, HandlerMethod> handlers,
            List<FastPathAnswers> answers,
            FastPathMethod.Context context) {
        Map<String, FastPathMethod> marked = new HashMap<>();
        handlers.forEach((mapping, handler) -> {
            if (handler.hasMethodAnnotation(FastPath.class)) {
                String path = pathOf(mapping, handler);
                marked.put(path, FastPathMethod.of(path, handler, context));
            }
        });
        methods = Map.copyOf(marked);
        reads = answers.stream().map(one -> read(one, handlers)).toList();
    }

    private static String pathOf(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<String> paths = mapping.getDirectPaths();
        boolean isPost = mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.POST));
        if (!isPost || paths.size() != 1 || mapping.getPatternValues().size() != 1) {
            throw new InvalidConfigurationException(
                    "A @FastPath method answers POST on one path without variables: " + handler);
        }
        return paths.iterator().next();
    }

    /** Here nobody is asked who they are, so the endpoint must be for everyone. */
    private static FastPathRead read(FastPathAnswers answers, Map<RequestMappingInfo, HandlerMethod> handlers) {
        String pattern = answers.pattern();
        boolean isPublic = handlers.entrySet().stream()
                .anyMatch(handler ->
                        handler.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
                                && handler.getKey().getPatternValues().contains(pattern)
                                && !EndpointAccess.needsToken(handler.getValue()));
        if (!isPublic) {
            throw new InvalidConfigurationException(
                    "Only an endpoint that is for everyone can have answers on the fast path: GET " + pattern);
        }
        FastPathRead route = FastPathRead.of(answers, Set.of());
        Set<String> taken = handlers.keySet().stream()
                .flatMap(mapping -> mapping.getDirectPaths().stream())
                .flatMap(path -> Stream.ofNullable(route.idIn(path)))
                .collect(Collectors.toSet());
        return FastPathRead.of(answers, taken);
    }

    /** Answers a simple request, or returns false when it is for Spring MVC. */
    boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if ("POST".equals(request.getMethod())) {
            FastPathMethod method = methods.get(path);
            return method != null && method.answer(request, response);
        }
        for (FastPathRead read : reads) {
            String id = read.idIn(path);
            FastPathAnswer answer = id == null ? null : read.answers().find(id);
            if (answer != null) {
                countAs(read.pattern(), request);
                answer.write(response);
                return true;
            }
        }
        return false;
    }

    /** The timer of requests reads the pattern of their path where Spring MVC leaves it. */
    static void countAs(String pattern, HttpServletRequest request) {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
    }
}
