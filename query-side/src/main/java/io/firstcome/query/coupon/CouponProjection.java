package io.firstcome.query.coupon;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewRow;
import io.firstcome.query.view.ViewTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps table {@code coupon_view}. */
@Component
@ProcessingGroup(CouponProjection.GROUP)
class CouponProjection extends FoldingProjection<String, CouponEvent, CouponProjection.Row> {

    static final String GROUP = "coupon";
    static final ViewTable<Row> COUPONS = ViewTable.of("coupon_view", Row.class);

    CouponProjection(ViewFrame frame) {
        super(frame, ViewEvents.of(CouponId.TYPE), COUPONS);
    }

    /** A row of {@code coupon_view}: its columns are those of the state. */
    static final class Row extends ViewRow<String> {

        CouponState state;

        @SuppressWarnings("NullAway.Init") // its table sets the fields
        Row() {}

        private Row(CouponState state) {
            this.state = state;
        }

        @Override
        protected String key() {
            return state.id();
        }
    }

    @EventHandler
    void on(CouponEvent event, DomainEventMessage<?> message) {
        add(event.couponId().value(), event, message);
    }

    @Override
    protected Row after(@Nullable Row row, CouponEvent event, EventPosition at) {
        return new Row(CouponState.after(row == null ? null : row.state, event, at.version()));
    }
}
