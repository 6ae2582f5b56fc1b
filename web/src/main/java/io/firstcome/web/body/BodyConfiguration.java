package io.firstcome.web.body;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Limits bodies by {@code firstcome.web.max-body}. */
@Configuration(proxyBeanMethods = false)
public class BodyConfiguration {

    @Bean
    BodyLimitFilter bodyLimitFilter(@Value("${firstcome.web.max-body:64KB}") DataSize maxBody) {
        return new BodyLimitFilter(maxBody.toBytes());
    }

    /** A client that waits for leave to send its body gets it when somebody wants to read the body, not before. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> continueOnRead() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming("onRead");
            }
        });
    }
}
