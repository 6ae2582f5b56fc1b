package io.firstcome.query.coupon.projection;

import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.axon.processors.ViewDeadLetterQueues;
import io.firstcome.query.caching.RedisClients;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.coupon.readmodel.CouponState;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processors of the coupon view. */
@Configuration(proxyBeanMethods = false)
class CouponProcessingGroups {

    /** The counters of a coupon need its events in order: one that is dead-lettered holds back the later ones. */
    @Bean
    @Qualifier("deadLettersOfCoupon")
    ViewDeadLetterQueue deadLettersOfCoupon(ViewDeadLetterQueues queues) {
        return queues.queue(CouponProjection.GROUP, SequentialPerAggregatePolicy.instance());
    }

    @Bean
    ProcessingGroupDefinition couponGroup(@Qualifier("deadLettersOfCoupon") ViewDeadLetterQueue deadLetters) {
        return ProcessingGroupDefinition.view(deadLetters);
    }

    @Bean
    ProcessingGroupDefinition couponCounterGroup(CouponCounterProjection counters) {
        return ProcessingGroupDefinition.withoutQueue(
                CouponCounterProjection.GROUP, (fault, event, handler) -> counters.onFault(fault, event));
    }

    /** The hashes {@code firstcome:coupon:<id>}. */
    @Bean
    RedisHashStore<CouponState> couponHashes(RedisClients redis) {
        return new RedisHashStore<>(redis, "firstcome:coupon:", CouponState.class);
    }
}
