package io.firstcome.web.login;

import io.firstcome.web.security.SecuritySettings;
import io.firstcome.web.security.TokenIssuer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint itself; apart from {@link LoginConfiguration}, so that its condition is looked at last. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean({UserDirectory.class, TokenIssuer.class})
class LoginEndpointConfiguration {

    @Bean
    LoginController loginController(UserDirectory users, TokenIssuer issuer, SecuritySettings settings) {
        return new LoginController(
                users,
                issuer,
                new FailureBrake(settings.loginFailuresPerUser()),
                new FailureBrake(settings.loginFailuresPerAddress()));
    }
}
