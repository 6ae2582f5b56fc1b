package io.firstcome.web.login;

import io.firstcome.web.security.SecuritySettings;
import io.firstcome.web.security.TokenIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint itself; apart from {@link LoginConfiguration}, so that its condition is looked at last. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
@ConditionalOnBean({UserDirectory.class, TokenIssuer.class})
class LoginEndpointConfiguration {

    @Bean
    LoginController loginController(
            UserDirectory users,
            TokenIssuer issuer,
            SecuritySettings settings,
            ProxySettings proxies,
            ObjectProvider<Clock> clocks,
            MeterRegistry metrics) {
        return new LoginController(
                users,
                issuer,
                new LoginBrake(settings.loginFailuresPerUser(), settings.loginFailuresPerAddress()),
                new ClientAddresses(proxies),
                new KnownDevices(
                        issuer.keyFor("known devices"),
                        clocks.getIfUnique(Clock::systemUTC),
                        settings.knownDeviceLifetime()),
                metrics);
    }
}
