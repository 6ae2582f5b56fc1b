package io.firstcome.commandnode;

import io.firstcome.axon.EventStoreConfiguration;
import io.firstcome.command.CommandSideConfiguration;
import io.firstcome.commandnode.routing.RoutingConfiguration;
import io.firstcome.web.WebConfiguration;
import io.firstcome.web.start.NodeStart;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * A process with the command side alone. Exit codes: 1 when it cannot start, 130 or 143 after SIGINT or SIGTERM.
 *
 * <p>Axon's deadlines are left out: what comes due is a task of the scheduler.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = AxonDbSchedulerAutoConfiguration.class)
@Import({
    EventStoreConfiguration.class,
    WebConfiguration.class,
    CommandSideConfiguration.class,
    RoutingConfiguration.class
})
public class CommandNodeApplication {

    public static void main(String[] arguments) {
        NodeStart.run(CommandNodeApplication.class, arguments);
    }
}
