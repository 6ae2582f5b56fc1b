package io.firstcome.query.usercoupon.projection;

import io.firstcome.axon.processing.Batches;
import io.firstcome.axon.processing.Origin;
import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.usercoupon.readmodel.UserCouponChange;
import io.firstcome.query.usercoupon.readmodel.UserCouponTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps table {@code user_coupon_view}. */
@Component
@ProcessingGroup(UserCouponProjection.GROUP)
class UserCouponProjection {

    static final String GROUP = "user-coupon";

    private final UserCouponTable table;
    private final Batches<UserCouponChange> changes;

    UserCouponProjection(UserCouponTable table, @Qualifier("parkedOfUserCoupon") ParkingQueue parked) {
        this.table = table;
        this.changes = new Batches<>(parked, table);
    }

    @EventHandler
    void on(CouponIssued event, DomainEventMessage<?> message) {
        changes.add(new UserCouponChange.Issued(
                event.userId().value(),
                event.couponId().value(),
                event.serial(),
                event.issuedAt(),
                event.expiresAt(),
                Origin.of(message)));
    }

    @EventHandler
    void on(CouponRedeemed event, DomainEventMessage<?> message) {
        changes.add(new UserCouponChange.Redeemed(
                event.userId().value(),
                event.couponId().value(),
                event.serial(),
                event.redeemedAt(),
                Origin.of(message)));
    }

    @EventHandler
    void on(CouponRestored event, DomainEventMessage<?> message) {
        changes.add(new UserCouponChange.Restored(
                event.userId().value(), event.couponId().value(), event.serial(), Origin.of(message)));
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
