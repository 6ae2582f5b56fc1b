package io.firstcome.command.wallet;

import io.firstcome.command.wallet.domain.WalletAggregate;
import io.firstcome.command.wallet.rest.WalletCommandController;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JacksonModule;

/** The wallet's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
@Import(WalletCommandController.class)
public class WalletConfiguration {

    @Bean
    ConfigurerModule walletAggregate(Cache cache, SnapshotTriggerDefinition snapshots) {
        return configurer -> configurer.configureAggregate(WalletAggregate.configuration(cache, snapshots));
    }

    /** The snapshotter finds factories among the beans only; without one it gives up with a warning. */
    @Bean
    AggregateFactory<?> walletFactory() {
        return WalletAggregate.factory();
    }

    @Bean
    JacksonModule walletSnapshotModule() {
        return WalletAggregate.snapshotModule();
    }
}
