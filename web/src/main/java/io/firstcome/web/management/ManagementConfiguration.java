package io.firstcome.web.management;

import io.firstcome.web.security.SecuritySettings;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;

/** Where the actuator is: on the one port in the one-process run, else on a port of its own, except for health. */
@Configuration(proxyBeanMethods = false)
public class ManagementConfiguration {

    @Bean
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    HealthController healthController(HealthEndpoint health) {
        return new HealthController(health);
    }

    @Bean
    RequestTimerFilter requestTimerFilter(MeterRegistry registry) {
        return new RequestTimerFilter(registry);
    }

    /** A port of its own. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!" + SecuritySettings.STANDALONE_PROFILE)
    @PropertySource("classpath:io/firstcome/web/web-split.properties")
    static class OwnPort {}
}
