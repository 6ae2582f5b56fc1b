package io.firstcome.command;

import io.firstcome.command.concert.domain.Concert;
import io.firstcome.command.concert.domain.ConcertDate;
import io.firstcome.command.coupon.domain.Coupon;
import io.firstcome.command.coupon.domain.CouponSnapshotModule;
import io.firstcome.command.order.domain.Order;
import io.firstcome.command.payment.domain.Payment;
import io.firstcome.command.product.domain.Product;
import io.firstcome.command.stock.domain.KeyNumbersModule;
import io.firstcome.command.stock.domain.Stock;
import io.firstcome.command.waitingroom.domain.RoomDirectory;
import io.firstcome.command.waitingroom.domain.WaitingRoom;
import io.firstcome.command.wallet.domain.PaymentLedgerModule;
import io.firstcome.command.wallet.domain.Wallet;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JacksonModule;

/**
 * Registers the aggregates: cached, with snapshots, and each with the factory that the snapshotter looks for among the beans. A
 * new context adds its aggregate to the list, and a module when Jackson can not write its state into a snapshot by the fields alone.
 */
public final class AggregateRegistrar implements BeanRegistrar {

    /** Each {@code @AggregateRoot} of the command side. */
    public static final List<Class<?>> ALL = List.of(
            Coupon.class,
            Product.class,
            Stock.class,
            Order.class,
            Payment.class,
            Wallet.class,
            Concert.class,
            ConcertDate.class,
            RoomDirectory.class,
            WaitingRoom.class);

    private static final List<Class<? extends JacksonModule>> SNAPSHOT_MODULES =
            List.of(CouponSnapshotModule.class, KeyNumbersModule.class, PaymentLedgerModule.class);

    // A class literal has no type parameter.
    @SuppressWarnings("rawtypes")
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        SNAPSHOT_MODULES.forEach(registry::registerBean);
        for (Class<?> type : ALL) {
            String name = "aggregate" + type.getSimpleName();
            registry.registerBean(
                    name + "Factory",
                    GenericAggregateFactory.class,
                    bean -> bean.supplier(context -> new GenericAggregateFactory<>(type)));
            registry.registerBean(
                    name,
                    ConfigurerModule.class,
                    bean -> bean.supplier(context -> module(configuration(
                            type, context.bean(Cache.class), context.bean(SnapshotTriggerDefinition.class)))));
        }
    }

    private static ConfigurerModule module(AggregateConfiguration<?> aggregate) {
        return configurer -> configurer.configureAggregate(aggregate);
    }

    /** What Axon needs to know of an aggregate. */
    public static <T> AggregateConfiguration<T> configuration(
            Class<T> type, Cache cache, SnapshotTriggerDefinition snapshots) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(configuration -> cache)
                .configureSnapshotTrigger(configuration -> snapshots);
    }
}
