package io.firstcome.web.direct;

import io.firstcome.web.start.StartRefused;
import jakarta.servlet.DispatcherType;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds the methods marked {@link Direct} and puts the short way to them behind Spring Security. */
@Configuration(proxyBeanMethods = false)
public class DirectConfiguration {

    @Bean
    DirectMethods directMethods() {
        return new DirectMethods();
    }

    @Bean
    FilterRegistrationBean<DirectFilter> directFilter(
            DirectMethods methods,
            @Qualifier("problemResolver") HandlerExceptionResolver problems,
            @Value("${firstcome.web.direct:true}") boolean enabled) {
        FilterRegistrationBean<DirectFilter> filter = new FilterRegistrationBean<>(new DirectFilter(methods, problems));
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 2);
        filter.setAsyncSupported(true);
        filter.setEnabled(enabled);
        return filter;
    }

    /** Stops the start when a method is marked that is not for the short way. */
    @Bean
    SmartInitializingSingleton directMethodsCheck(
            DirectMethods methods,
            Validator validator,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> {
            Map<String, DirectMethod> marked = new HashMap<>();
            mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
                if (handler.hasMethodAnnotation(Direct.class)) {
                    marked.put(pathOf(mapping, handler), DirectMethod.of(handler, validator));
                }
            });
            methods.use(marked);
        };
    }

    private static String pathOf(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<String> paths = mapping.getDirectPaths();
        boolean isPost = mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.POST));
        if (!isPost || paths.size() != 1 || mapping.getPatternValues().size() != 1) {
            throw new StartRefused("A @Direct method answers POST on one path without variables: " + handler);
        }
        return paths.iterator().next();
    }
}
