package io.firstcome.web.problem;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Puts problems at every place where an error can come out: Spring MVC, Spring Security's firewall, Tomcat. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    @Bean
    ProblemTranslator problemTranslator(ObjectProvider<ProblemMapper> others) {
        List<ProblemMapper> mappers = new ArrayList<>(others.orderedStream().toList());
        mappers.add(new ValidationMapper());
        mappers.add(new OutageMapper());
        mappers.add(new ProtocolMapper());
        return new ProblemTranslator(mappers);
    }

    @Bean
    ProblemResolver problemResolver(ProblemTranslator translator) {
        return new ProblemResolver(translator);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemTranslator translator) {
        return new ProblemErrorController(translator);
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemTranslator translator) {
        return (request, response, rejected) -> ProblemWriter.write(request, response, translator.translate(rejected));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReportValve() {
        return ProblemReportValve::use;
    }
}
