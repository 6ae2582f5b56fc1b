package io.firstcome.web.cors;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** CORS, closed unless {@code firstcome.cors.allowed-origins} says otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsSettings.class)
public class CorsConfiguration {

    /**
     * After the trace id and the timer; before everything that may refuse, so that a page gets to read refusals, and a preflight, which
     * has no token and no body, is answered.
     */
    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(CorsSettings settings) {
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(settings));
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
        filter.setAsyncSupported(true);
        return filter;
    }
}
