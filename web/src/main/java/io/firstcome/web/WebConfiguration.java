package io.firstcome.web;

import io.firstcome.web.admission.AdmissionConfiguration;
import io.firstcome.web.body.BodyConfiguration;
import io.firstcome.web.cors.CorsConfiguration;
import io.firstcome.web.direct.DirectConfiguration;
import io.firstcome.web.idempotency.IdempotencyConfiguration;
import io.firstcome.web.json.JsonConfiguration;
import io.firstcome.web.login.LoginConfiguration;
import io.firstcome.web.management.ManagementConfiguration;
import io.firstcome.web.openapi.OpenApiConfiguration;
import io.firstcome.web.page.PageConfiguration;
import io.firstcome.web.problem.ProblemConfiguration;
import io.firstcome.web.ready.ReadyConfiguration;
import io.firstcome.web.security.SecurityConfiguration;
import io.firstcome.web.trace.TraceConfiguration;
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
    AdmissionConfiguration.class,
    BodyConfiguration.class,
    CorsConfiguration.class,
    DirectConfiguration.class,
    IdempotencyConfiguration.class,
    JsonConfiguration.class,
    LoginConfiguration.class,
    ManagementConfiguration.class,
    OpenApiConfiguration.class,
    PageConfiguration.class,
    ProblemConfiguration.class,
    ReadyConfiguration.class,
    SecurityConfiguration.class,
    TraceConfiguration.class,
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
