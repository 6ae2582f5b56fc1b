package io.firstcome.web.problem;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The same on the management port, whose server and dispatcher are its own. Boot finds it by its imports file. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(ProblemTranslator.class)
public class ManagementProblemConfiguration {

    @Bean
    ProblemResolver managementProblemResolver(ProblemTranslator translator) {
        return new ProblemResolver(translator);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementProblemReportValve() {
        return ProblemReportValve::use;
    }
}
