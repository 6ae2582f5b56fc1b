package io.firstcome.web.fastpath;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the fast path behind Spring Security, unless {@code firstcome.web.fast-path} is false. */
@Configuration(proxyBeanMethods = false)
public class FastPathConfiguration {

    @Bean
    FastPathRoutes fastPathRoutes() {
        return new FastPathRoutes();
    }

    @Bean
    FilterRegistrationBean<FastPathFilter> fastPathFilter(
            FastPathRoutes routes, @Value("${firstcome.web.fast-path:true}") boolean enabled) {
        FilterRegistrationBean<FastPathFilter> filter = new FilterRegistrationBean<>(new FastPathFilter(routes));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        filter.setEnabled(enabled);
        return filter;
    }

    /** Reads the routes when all controllers are known; stops the start when an endpoint is not fit. */
    @Bean
    SmartInitializingSingleton fastPathRoutesLoader(
            FastPathRoutes routes,
            ObjectProvider<FastPathAnswers> answers,
            @Qualifier("mvcValidator") Validator validator,
            @Qualifier("problemResolver") HandlerExceptionResolver problems,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> routes.load(
                mappings.getObject().getHandlerMethods(),
                answers.stream().toList(),
                new FastPathMethod.Context(validator, problems));
    }
}
