package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.firstcome.axon.processors.ProcessDatabase;
import io.firstcome.axon.schedule.ExponentialBackoff;
import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.GatewayWebhooks;
import io.firstcome.command.payment.gateway.CardGateway;
import io.firstcome.command.payment.gateway.GatewayConfiguration;
import io.firstcome.command.payment.gateway.GatewayProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The card worker as Spring beans. */
@Configuration(proxyBeanMethods = false)
@Import(GatewayConfiguration.class)
public class CardConfiguration {

    @Bean
    Task<CardTask.Charge> cardConfirmTask(
            CardGateway gateway, ObjectProvider<CommandBus> bus, GatewayProperties properties, Clock clock) {
        ConfirmCharge run = new ConfirmCharge(gateway, new TaskCommands(bus::getObject));
        return new CardRequestTask<>(TaskNames.CONFIRM, CardTask.Charge.class, run, pauses(properties), clock).toTask();
    }

    @Bean
    Task<CardTask.Refund> cardCancelTask(
            CardGateway gateway, ObjectProvider<CommandBus> bus, GatewayProperties properties, Clock clock) {
        CancelCharge run = new CancelCharge(gateway, new TaskCommands(bus::getObject));
        return new CardRequestTask<>(TaskNames.CANCEL, CardTask.Refund.class, run, pauses(properties), clock).toTask();
    }

    private static ExponentialBackoff pauses(GatewayProperties properties) {
        return new ExponentialBackoff(properties.askFirst(), properties.askLongest());
    }

    @Bean
    CardRequests cardRequests(Scheduler scheduler, Clock clock) {
        return new CardRequestScheduler(scheduler, clock);
    }

    @Bean
    GatewayWebhooks gatewayNotices(
            ProcessDatabase database,
            Scheduler scheduler,
            GatewayProperties properties,
            Clock clock,
            MeterRegistry metrics) {
        return new ScheduledGatewayWebhooks(
                new JdbcTemplate(database.dataSource()), scheduler, properties.noticeGap(), clock, metrics);
    }

    @Bean
    CardRequestMonitor cardCare(ProcessDatabase database, Clock clock, MeterRegistry metrics) {
        return new CardRequestMonitor(new JdbcTemplate(database.dataSource()), clock, metrics);
    }
}
