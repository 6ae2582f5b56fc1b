package io.firstcome.web.cors;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** CORS, closed unless {@code firstcome.cors.allowed-origins} says otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsSettings.class)
public class CorsConfiguration {

    /**
     * After the trace id and the timer; before everything that may refuse, so that a page gets to read rejections, and a preflight, which
     * has no token and no body, is answered.
     */
    @Bean
    CorsFilter corsFilter(CorsSettings settings) {
        return new CorsFilter(settings);
    }
}
