package io.firstcome.query.coupon.projection;

import io.firstcome.axon.processing.Faults;
import io.firstcome.axon.processing.PerBatch;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.coupon.readmodel.CouponRedis;
import io.firstcome.query.coupon.readmodel.CouponRun;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;

/**
 * Keeps the coupons' hashes in Redis up to date.
 *
 * <p>A hash that is not there is left alone: a reader fills it from MySQL. An event that cannot be read drops the hash of its
 * coupon. A replay writes nothing, since it would bring the past back; the rebuild of this view is to drop all hashes.
 */
@Component
@ProcessingGroup(CouponCounterProjection.GROUP)
class CouponCounterProjection {

    static final String GROUP = "coupon-counter";

    private final CouponRedis redis;

    CouponCounterProjection(CouponRedis redis) {
        this.redis = redis;
    }

    @EventHandler
    void on(CouponEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        if (replay.isReplay()) {
            return;
        }
        CouponRun run = run(event.couponId().value());
        long version = message.getSequenceNumber();
        switch (event) {
            case CouponCreated created -> run.created(CouponTerms.of(created), version);
            case CouponIssued issued -> run.issued(version);
            case CouponClosed closed -> run.closed(closed.closedAt(), version);
            case CouponRedeemed redeemed -> run.redeemed(version);
            case CouponRedemptionRefused refused -> run.noted(version);
            case CouponRestored restored -> run.restored(version);
        }
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        drop(message);
    }

    @ResetHandler
    void reset() {
        redis.clear();
    }

    /** What a handler's failure means here. */
    void onFault(Exception fault, EventMessage<?> event) throws Exception {
        if (Faults.isTransient(fault) || !(event instanceof DomainEventMessage<?> message)) {
            throw fault;
        }
        drop(message);
    }

    private void drop(DomainEventMessage<?> message) {
        if (UnknownEvents.isOf(CouponId.TYPE, message)) {
            String couponId = message.getAggregateIdentifier().substring(CouponId.TYPE.length() + 1);
            run(couponId).breakOff();
        }
    }

    private CouponRun run(String couponId) {
        return PerBatch.<Map<String, CouponRun>>of(GROUP, LinkedHashMap::new, runs -> redis.apply(runs.values()))
                .computeIfAbsent(couponId, CouponRun::new);
    }
}
