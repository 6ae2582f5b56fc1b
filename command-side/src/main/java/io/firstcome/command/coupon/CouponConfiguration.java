package io.firstcome.command.coupon;

import io.firstcome.command.coupon.domain.CouponAggregate;
import io.firstcome.command.coupon.rest.CouponCommandController;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JacksonModule;

/** The coupon's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
@Import(CouponCommandController.class)
public class CouponConfiguration {

    @Bean
    ConfigurerModule couponAggregate(Cache cache, SnapshotTriggerDefinition snapshots) {
        return configurer -> configurer.configureAggregate(CouponAggregate.configuration(cache, snapshots));
    }

    /** The snapshotter finds factories among the beans only; without one it gives up with a warning. */
    @Bean
    AggregateFactory<?> couponFactory() {
        return CouponAggregate.factory();
    }

    @Bean
    JacksonModule couponSnapshotModule() {
        return CouponAggregate.snapshotModule();
    }
}
