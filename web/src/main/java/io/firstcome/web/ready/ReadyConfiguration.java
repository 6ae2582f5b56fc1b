package io.firstcome.web.ready;

import io.firstcome.web.security.EndpointAccess;
import io.firstcome.web.start.StartRefused;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts ready answers before the controllers, behind Spring Security. */
@Configuration(proxyBeanMethods = false)
public class ReadyConfiguration {

    @Bean
    ReadyRoutes readyRoutes() {
        return new ReadyRoutes();
    }

    @Bean
    FilterRegistrationBean<ReadyAnswerFilter> readyAnswerFilter(
            ReadyRoutes routes, ObjectProvider<ReadyAnswers> answers) {
        FilterRegistrationBean<ReadyAnswerFilter> filter = new FilterRegistrationBean<>(new ReadyAnswerFilter(routes));
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        filter.setAsyncSupported(true);
        filter.setEnabled(answers.stream().findAny().isPresent());
        return filter;
    }

    /** Stops the start when an endpoint is not for everyone: here nobody is asked who they are. */
    @Bean
    SmartInitializingSingleton readyRoutesCheck(
            ReadyRoutes routes,
            ObjectProvider<ReadyAnswers> answers,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> {
            List<ReadyAnswers> all = answers.stream().toList();
            if (!all.isEmpty()) {
                Map<RequestMappingInfo, HandlerMethod> handlers =
                        mappings.getObject().getHandlerMethods();
                routes.use(all.stream().map(one -> route(one, handlers)).toList());
            }
        };
    }

    private static ReadyRoute route(ReadyAnswers answers, Map<RequestMappingInfo, HandlerMethod> handlers) {
        String pattern = answers.pattern();
        boolean isPublic = handlers.entrySet().stream()
                .anyMatch(handler ->
                        handler.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
                                && handler.getKey().getPatternValues().contains(pattern)
                                && !EndpointAccess.needsToken(handler.getValue()));
        if (!isPublic) {
            throw new StartRefused("Only an endpoint that is for everyone can have ready answers: GET " + pattern);
        }
        ReadyRoute route = ReadyRoute.of(answers, Set.of());
        Set<String> taken = handlers.keySet().stream()
                .flatMap(mapping -> mapping.getDirectPaths().stream())
                .flatMap(path -> Stream.ofNullable(route.idIn(path)))
                .collect(Collectors.toSet());
        return ReadyRoute.of(answers, taken);
    }
}
