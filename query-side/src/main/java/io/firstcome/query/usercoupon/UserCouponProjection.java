package io.firstcome.query.usercoupon;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewChange;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps table {@code user_coupon_view}. */
@Component
@ProcessingGroup(UserCouponProjection.GROUP)
class UserCouponProjection extends FoldingProjection<List<Object>, CouponEvent, UserCouponRow> {

    static final String GROUP = "user-coupon";
    static final ViewTable<UserCouponRow> COUPONS = ViewTable.of("user_coupon_view", UserCouponRow.class)
            .keyedBy(3)
            .fixed("issued_at", "expires_at", "issued_position");

    /**
     * Events about the same issued coupon belong together, and nothing else does: one user's bad event must not keep
     * the coupons of all later users from being shown.
     */
    private static final ViewEvents EVENTS = ViewEvents.of(CouponId.TYPE)
            .sequencedBy(CouponIssued.class, e -> e.couponId() + "#" + e.serial())
            .sequencedBy(CouponRedeemed.class, e -> e.couponId() + "#" + e.serial())
            .sequencedBy(CouponRestored.class, e -> e.couponId() + "#" + e.serial());

    private final JdbcTemplate jdbc;
    private final ViewTable<UserCouponRow> issued;

    UserCouponProjection(ViewFrame frame) {
        super(frame, EVENTS, COUPONS);
        this.jdbc = frame.jdbc();
        this.issued = frame.table(COUPONS).insertOnly();
    }

    @EventHandler
    void on(CouponIssued event, DomainEventMessage<?> message) {
        add(List.of(event.userId().value(), event.couponId().value(), event.serial()), event, message);
    }

    @EventHandler
    void on(CouponRedeemed event, DomainEventMessage<?> message) {
        add(List.of(event.userId().value(), event.couponId().value(), event.serial()), event, message);
    }

    @EventHandler
    void on(CouponRestored event, DomainEventMessage<?> message) {
        add(List.of(event.userId().value(), event.couponId().value(), event.serial()), event, message);
    }

    /** A coupon is issued once, so a row that is there already is the same one: it is inserted and not read. */
    @Override
    protected void write(List<ViewChange<List<Object>, CouponEvent>> changes) {
        List<UserCouponRow> rows = new ArrayList<>();
        List<ViewChange<List<Object>, CouponEvent>> later = new ArrayList<>();
        for (ViewChange<List<Object>, CouponEvent> change : changes) {
            if (change.event() instanceof CouponIssued event) {
                rows.add(new UserCouponRow(event, change.origin()));
            } else {
                later.add(change);
            }
        }
        issued.write(jdbc, rows);
        if (!later.isEmpty()) {
            super.write(later);
        }
    }

    /** A coupon that is not there is not made up. */
    @Override
    protected UserCouponRow after(@Nullable UserCouponRow row, CouponEvent event, EventPosition at) {
        UserCouponRow coupon = existing(row, event);
        coupon.redeemedAt = event instanceof CouponRedeemed redeemed ? redeemed.redeemedAt() : null;
        return coupon;
    }
}
