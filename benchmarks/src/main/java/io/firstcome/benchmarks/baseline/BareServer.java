package io.firstcome.benchmarks.baseline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring Boot's web starter and one endpoint: what a start costs at least. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class BareServer {

    /** Begins the line that says the port. */
    public static final String READY = "The bare application is ready on port ";

    private static final Logger log = LoggerFactory.getLogger(BareServer.class);

    @GetMapping("/")
    String hello() {
        return "hello";
    }

    /** Starts it. With {@code --rehearse} it stops as soon as it is ready. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(BareServer.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.threads.virtual.enabled=true")
                .run(arguments);
        log.info("{}{}", READY, context.getEnvironment().getRequiredProperty("local.server.port"));
        if (context.getEnvironment().containsProperty("rehearse")) {
            context.close();
        }
    }
}
