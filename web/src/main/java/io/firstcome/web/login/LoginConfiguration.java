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
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

/** The login endpoint, where somebody gives a {@link UserDirectory} and tokens can be issued. */
@Configuration(proxyBeanMethods = false)
@Import(LoginConfiguration.AfterAllOthers.class)
public class LoginConfiguration {

    /** Looks for the directory once the application has said what it has. */
    static final class AfterAllOthers implements DeferredImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {Endpoint.class.getName()};
        }

        /** The endpoint itself; nested here and not in the configuration, which would look at its condition at once. */
        @Configuration(proxyBeanMethods = false)
        @EnableConfigurationProperties(ProxySettings.class)
        @ConditionalOnBean({UserDirectory.class, TokenIssuer.class})
        static class Endpoint {

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
                        new LoginThrottle(settings.loginFailuresPerUser(), settings.loginFailuresPerAddress()),
                        new ClientAddresses(proxies),
                        new KnownDevices(
                                issuer.keyFor("known devices"),
                                clocks.getIfUnique(Clock::systemUTC),
                                settings.knownDeviceLifetime()),
                        metrics);
            }
        }
    }
}
