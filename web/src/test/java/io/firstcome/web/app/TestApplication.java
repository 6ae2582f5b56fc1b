package io.firstcome.web.app;

import io.firstcome.web.WebConfiguration;
import io.firstcome.web.login.Passwords;
import io.firstcome.web.login.UserDirectory;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.problem.ProblemMapper;
import io.firstcome.web.security.Role;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What an application of this project looks like to this module. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    WebConfiguration.class,
    ThingController.class,
    GadgetController.class,
    TwinController.class,
    FaultController.class
})
public class TestApplication {

    @Bean
    UserDirectory users() {
        String hash = Passwords.hash("password");
        Map<String, UserDirectory.KnownUser> users = Map.of(
                "1", new UserDirectory.KnownUser("1", hash, Set.of(Role.CUSTOMER), "VIP"),
                "operator", new UserDirectory.KnownUser("operator", hash, Set.of(Role.OPERATOR), null));
        return users::get;
    }

    /** As a module maps exceptions that only it knows. */
    @Bean
    ProblemMapper foreignMapper() {
        return thrown -> thrown instanceof ArithmeticException
                ? ProblemException.of(ProblemCode.READ_MODEL_BEHIND, "Asked for version 7.")
                : null;
    }

    /** Not a controller method, so no rule can be read from it. */
    @Bean
    RouterFunction<ServerResponse> function() {
        return RouterFunctions.route()
                .GET("/function", request -> ServerResponse.ok().body("open by omission"))
                .build();
    }
}
