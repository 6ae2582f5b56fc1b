package io.firstcome.web.login;

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
            return new String[] {LoginEndpointConfiguration.class.getName()};
        }
    }
}
