package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.firstcome.axon.processing.ProcessDatabase;
import io.firstcome.axon.schedule.GrowingPause;
import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.GatewayNotices;
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
    Task<CardJob.Charge> cardConfirmTask(
            CardGateway gateway, ObjectProvider<CommandBus> bus, GatewayProperties properties, Clock clock) {
        ChargeRun run = new ChargeRun(gateway, new TaskCommands(bus::getObject));
        return new CardTask<>(TaskNames.CONFIRM, CardJob.Charge.class, run, pauses(properties), clock).toTask();
    }

    @Bean
    Task<CardJob.Refund> cardCancelTask(
            CardGateway gateway, ObjectProvider<CommandBus> bus, GatewayProperties properties, Clock clock) {
        RefundRun run = new RefundRun(gateway, new TaskCommands(bus::getObject));
        return new CardTask<>(TaskNames.CANCEL, CardJob.Refund.class, run, pauses(properties), clock).toTask();
    }

    private static GrowingPause pauses(GatewayProperties properties) {
        return new GrowingPause(properties.askFirst(), properties.askLongest());
    }

    @Bean
    CardRequests cardRequests(Scheduler scheduler, Clock clock) {
        return new CardWork(scheduler, clock);
    }

    @Bean
    GatewayNotices gatewayNotices(
            ProcessDatabase database,
            Scheduler scheduler,
            GatewayProperties properties,
            Clock clock,
            MeterRegistry metrics) {
        return new CardNotices(
                new JdbcTemplate(database.dataSource()), scheduler, properties.noticeGap(), clock, metrics);
    }

    @Bean
    CardCare cardCare(ProcessDatabase database, Clock clock, MeterRegistry metrics) {
        return new CardCare(new JdbcTemplate(database.dataSource()), clock, metrics);
    }
}
