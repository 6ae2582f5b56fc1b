package io.firstcome.web.uri;

import io.firstcome.web.json.Instants;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** One spelling of a path for all, and queries that can be read in one way only. */
@Configuration(proxyBeanMethods = false)
public class UriConfiguration implements WebMvcConfigurer {

    /** After the trace id and the timer, which do not look at paths; before all that do. */
    @Bean
    NormalPathFilter normalPathFilter() {
        return new NormalPathFilter();
    }

    /** After it is known that the caller may ask. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new QueryInterceptor()).order(5);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, Instants::parse);
    }
}
