package io.firstcome.query.coupon.projection;

import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.caching.RedisProjection;
import io.firstcome.query.coupon.readmodel.CouponState;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.springframework.stereotype.Component;

/** Keeps the coupon hashes in Redis current. */
@Component
@ProcessingGroup(CouponCounterProjection.GROUP)
class CouponCounterProjection extends RedisProjection<CouponState, CouponEvent> {

    static final String GROUP = "coupon-counter";

    CouponCounterProjection(RedisHashStore<CouponState> hashes) {
        super(CouponId.TYPE, hashes, CouponState::after);
    }

    @EventHandler
    void on(CouponEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        add(event, message, replay);
    }
}
