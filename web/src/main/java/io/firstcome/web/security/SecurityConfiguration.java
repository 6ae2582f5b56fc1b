package io.firstcome.web.security;

import io.firstcome.web.start.ConfigurationCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A stateless resource server on Spring Security.
 *
 * <p>The filter chain is made by hand and has two filters: there is no session, no cookie and no form to protect, and each
 * filter would cost every request. Spring Security's firewall stands before it. Roles are checked by an interceptor, which
 * knows the endpoint; that no endpoint is without a rule is checked at the start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration {

    private static final int TIMEOUT_MILLIS = 2_000;

    @Bean
    static ConfigurationCheck securityCheck(Environment environment) {
        return new ConfigurationCheck(() -> SecuritySettings.of(environment).checked(environment));
    }

    @Bean
    TokenVerifier tokenVerifier(SecuritySettings settings, Environment environment, ObjectProvider<Clock> clocks) {
        SecuritySettings checked = settings.checked(environment);
        Clock clock = clocks.getIfUnique(Clock::systemUTC);
        NimbusJwtDecoder decoder = decoder(checked);
        TokenTimes times = new TokenTimes(clock, checked.clockSkew(), checked.maxTokenLifetime());
        JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, types));
        return new TokenVerifier(decoder, clock, checked.clockSkew());
    }

    private static NimbusJwtDecoder decoder(SecuritySettings settings) {
        if (settings.jwksUri() != null) {
            SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
            http.setConnectTimeout(TIMEOUT_MILLIS);
            http.setReadTimeout(TIMEOUT_MILLIS);
            return NimbusJwtDecoder.withJwkSetUri(settings.jwksUri().toString())
                    .jwsAlgorithms(algorithms -> algorithms.addAll(
                            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                    .restOperations(new RestTemplate(http))
                    .build();
        }
        byte[] secret = String.valueOf(settings.jwtSecret()).getBytes(StandardCharsets.UTF_8);
        return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(secret, "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
    }

    @Bean
    @Conditional(WithSharedSecret.class)
    TokenIssuer tokenIssuer(SecuritySettings settings, Environment environment, ObjectProvider<Clock> clocks) {
        SecuritySettings checked = settings.checked(environment);
        Clock clock = clocks.getIfUnique(Clock::systemUTC);
        return new TokenIssuer(String.valueOf(checked.jwtSecret()), clock, checked.tokenLifetime());
    }

    /** Where an identity provider's keys are trusted, tokens of our own would not be. */
    static final class WithSharedSecret implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !context.getEnvironment().containsProperty("firstcome.security.jwks-uri");
        }
    }

    @Bean
    StaffTokens staffTokens(TokenVerifier verifier) {
        return new StaffTokens(verifier);
    }

    @Bean
    SecurityFilterChain securityFilterChain(TokenVerifier verifier) {
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE, new ActuatorGate(), new TokenFilter(verifier));
    }

    /**
     * Spring Security's, with its own rules for headers. What is printable ASCII is let through before them: the patterns took
     * a tenth of the time of a request.
     */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                if (request.getMethod().isEmpty()) {
                    throw new RequestRejectedException("There is no method");
                }
                return super.getFirewalledRequest(request);
            }
        };
        firewall.setAllowedHeaderNames(
                name -> isPrintableAscii(name) || StrictHttpFirewall.ALLOWED_HEADER_NAMES.test(name));
        firewall.setAllowedHeaderValues(
                value -> isPrintableAscii(value) || StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
        // An unknown method is a 405 of its path, not a malformed request. Roles are asked for by handler, whatever the
        // method.
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** A measurement of each filter of the chain costs more than the filters. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** Before the limit on bodies and everything else that may answer. */
    @Bean
    SecurityHeadersFilter securityHeadersFilter() {
        return new SecurityHeadersFilter();
    }

    /** Stops the start when an endpoint says nothing about who may call it. */
    @Bean
    AccessInterceptor accessInterceptor(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new AccessInterceptor(mappings);
    }
}
