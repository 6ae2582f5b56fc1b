package io.firstcome.web;

import io.firstcome.web.body.BodyConfiguration;
import io.firstcome.web.cors.CorsConfiguration;
import io.firstcome.web.fastpath.FastPathConfiguration;
import io.firstcome.web.json.JsonConfiguration;
import io.firstcome.web.login.LoginConfiguration;
import io.firstcome.web.management.ManagementConfiguration;
import io.firstcome.web.openapi.OpenApiConfiguration;
import io.firstcome.web.overload.OverloadConfiguration;
import io.firstcome.web.problem.ProblemConfiguration;
import io.firstcome.web.security.SecurityConfiguration;
import io.firstcome.web.trace.TraceFilter;
import io.firstcome.web.uri.UriConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Everything of this module, for an application to import.
 *
 * <p>Its settings are defaults: {@code io/firstcome/web/web.properties}, and {@code web-split.properties} beside it outside
 * of the profile {@code standalone}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/firstcome/web/web.properties")
@Import({
    BodyConfiguration.class,
    ControllerArguments.class,
    CorsConfiguration.class,
    FastPathConfiguration.class,
    JsonConfiguration.class,
    LoginConfiguration.class,
    ManagementConfiguration.class,
    OpenApiConfiguration.class,
    OverloadConfiguration.class,
    ProblemConfiguration.class,
    SecurityConfiguration.class,
    TraceFilter.class,
    UriConfiguration.class
})
public class WebConfiguration {

    /** Spring's dispatcher does the same for controllers, and nothing before it asks. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> filter = new FilterRegistrationBean<>(new RequestContextFilter());
        filter.setEnabled(false);
        return filter;
    }
}
