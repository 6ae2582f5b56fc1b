package io.firstcome.node.command;

import io.firstcome.axon.EventStoreConfiguration;
import io.firstcome.command.CommandSideConfiguration;
import io.firstcome.web.WebConfiguration;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A stand-in. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = AxonDbSchedulerAutoConfiguration.class)
@Import({EventStoreConfiguration.class, WebConfiguration.class, CommandSideConfiguration.class})
public class CommandNode {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(CommandNode.class);
        application.setDefaultProperties(java.util.Map.of("spring.flyway.enabled", "false"));
        application.run(arguments);
    }
}
