package io.firstcome.web.overload;

import io.firstcome.web.security.StaffTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The overload control, unless {@code firstcome.overload.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OverloadSettings.class)
@ConditionalOnBooleanProperty(name = "firstcome.overload.enabled", matchIfMissing = true)
public class OverloadConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    OverloadControl overloadControl(
            OverloadSettings settings, ObjectProvider<Backlog> backlogs, MeterRegistry metrics) {
        return new OverloadControl(settings, backlogs.orderedStream().toList(), metrics);
    }

    /** After the trace id, the timer and the headers that every answer has; before everything that costs more. */
    @Bean
    OverloadFilter overloadFilter(OverloadControl control, StaffTokens staff, OverloadSettings settings) {
        return new OverloadFilter(control, staff, settings.exempt());
    }
}
