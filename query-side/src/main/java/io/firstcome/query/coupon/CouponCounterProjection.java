package io.firstcome.query.coupon;

import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.caching.RedisClients;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.caching.RedisProjection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the hashes {@code firstcome:coupon:<id>} in Redis current. */
@Component
@ProcessingGroup("coupon-counter")
class CouponCounterProjection extends RedisProjection<CouponState, CouponEvent> {

    CouponCounterProjection(RedisHashStore<CouponState> hashes) {
        super(CouponId.TYPE, hashes, CouponState::after);
    }

    @Bean
    static RedisHashStore<CouponState> couponHashes(RedisClients redis) {
        return new RedisHashStore<>(redis, "firstcome:coupon:", CouponState.class);
    }

    @EventHandler
    void on(CouponEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        add(event, message, replay);
    }
}
