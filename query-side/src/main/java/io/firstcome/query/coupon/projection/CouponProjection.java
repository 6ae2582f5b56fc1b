package io.firstcome.query.coupon.projection;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.axon.processors.UnknownEvents;
import io.firstcome.axon.processors.ViewBatch;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.coupon.readmodel.CouponChange;
import io.firstcome.query.coupon.readmodel.CouponTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps table {@code coupon_view}. */
@Component
@ProcessingGroup(CouponProjection.GROUP)
class CouponProjection {

    static final String GROUP = "coupon";

    private final CouponTable table;
    private final ViewBatch<CouponChange> changes;

    CouponProjection(CouponTable table, @Qualifier("deadLettersOfCoupon") ViewDeadLetterQueue deadLetters) {
        this.table = table;
        this.changes = new ViewBatch<>(deadLetters, table);
    }

    @EventHandler
    void on(CouponCreated event, DomainEventMessage<?> message) {
        changes.add(new CouponChange.Created(CouponTerms.of(event), EventPosition.of(message)));
    }

    @EventHandler
    void on(CouponIssued event, DomainEventMessage<?> message) {
        changes.add(new CouponChange.Issued(event.couponId().value(), EventPosition.of(message)));
    }

    @EventHandler
    void on(CouponRedeemed event, DomainEventMessage<?> message) {
        changes.add(new CouponChange.Redeemed(event.couponId().value(), EventPosition.of(message)));
    }

    @EventHandler
    void on(CouponRedemptionRefused event, DomainEventMessage<?> message) {
        changes.add(new CouponChange.Noted(event.couponId().value(), EventPosition.of(message)));
    }

    @EventHandler
    void on(CouponRestored event, DomainEventMessage<?> message) {
        changes.add(new CouponChange.Restored(event.couponId().value(), EventPosition.of(message)));
    }

    @EventHandler
    void on(CouponClosed event, DomainEventMessage<?> message) {
        changes.add(new CouponChange.Closed(event.couponId().value(), event.closedAt(), EventPosition.of(message)));
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, CouponId.TYPE);
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
