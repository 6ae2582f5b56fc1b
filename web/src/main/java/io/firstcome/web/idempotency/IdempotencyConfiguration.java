package io.firstcome.web.idempotency;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take an {@link IdempotentRequest}. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IdempotentRequestResolver());
    }

    /** After the limit on bodies, whose refusal it must not keep in memory. */
    @Bean
    FilterRegistrationBean<RepeatableRequestFilter> repeatableRequestFilter() {
        FilterRegistrationBean<RepeatableRequestFilter> filter =
                new FilterRegistrationBean<>(new RepeatableRequestFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        filter.setAsyncSupported(true);
        return filter;
    }
}
