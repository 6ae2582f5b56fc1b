package io.firstcome.web.admission;

import io.firstcome.web.security.StaffTokens;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Admission control, unless {@code firstcome.admission.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
@ConditionalOnBooleanProperty(name = "firstcome.admission.enabled", matchIfMissing = true)
public class AdmissionConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    AdmissionControl admissionControl(
            AdmissionSettings settings, ObjectProvider<Backlog> backlogs, MeterRegistry metrics) {
        return new AdmissionControl(settings, backlogs.orderedStream().toList(), metrics);
    }

    /** After the trace id, the timer and the headers that every answer has; before everything that costs more. */
    @Bean
    FilterRegistrationBean<AdmissionFilter> admissionFilter(
            AdmissionControl control, StaffTokens staff, AdmissionSettings settings) {
        FilterRegistrationBean<AdmissionFilter> filter =
                new FilterRegistrationBean<>(new AdmissionFilter(control, staff, settings.exempt()));
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 7);
        filter.setAsyncSupported(true);
        return filter;
    }
}
