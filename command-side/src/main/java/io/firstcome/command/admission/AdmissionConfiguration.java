package io.firstcome.command.admission;

import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.command.waitingroom.lookup.WaitingRooms;
import io.firstcome.web.security.TokenIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Waiting rooms and their admissions as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionProperties.class)
public class AdmissionConfiguration {

    @Bean
    WaitingRooms waitingRooms(EventStore events, EventTail tail) {
        return new WaitingRooms(events, tail);
    }

    @Bean
    RoomSecrets roomSecrets(AdmissionProperties properties, ObjectProvider<TokenIssuer> tokens) {
        return RoomSecrets.of(properties, tokens.getIfAvailable());
    }

    @Bean
    AdmissionTokens admissionTokens(RoomSecrets secrets) {
        return new AdmissionTokens(secrets);
    }

    @Bean
    Presence roomPresence() {
        return new Presence();
    }

    @Bean
    AdmissionCheck admissionCheck(
            WaitingRooms rooms,
            AdmissionTokens tokens,
            Presence presence,
            IdempotencyStore outcomes,
            Clock clock,
            MeterRegistry metrics) {
        return new AdmissionCheck(rooms, tokens, presence, outcomes, clock, metrics);
    }

    @Bean
    RoomPromoter roomPromoter(
            WaitingRooms rooms,
            CommandBus bus,
            Presence presence,
            RoomSecrets secrets,
            AdmissionProperties properties,
            Clock clock,
            MeterRegistry metrics) {
        return new RoomPromoter(
                rooms,
                new TaskCommands(() -> bus),
                presence,
                secrets,
                new RoomMetrics(rooms, metrics),
                clock,
                properties.lookInterval());
    }
}
