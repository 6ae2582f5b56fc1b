package io.firstcome.command.coupon.domain;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponId;
import java.util.function.UnaryOperator;

/** The aggregate, loaded from its events, or its snapshot and the events after it, at every command. */
final class AxonCoupons implements Coupons {

    private final MemoryAxon axon;

    AxonCoupons() {
        this(UnaryOperator.identity());
    }

    /** @param tampering what happens to the JSON of a snapshot before it is read */
    AxonCoupons(UnaryOperator<String> tampering) {
        axon = new MemoryAxon(Coupon.class, tampering, new CouponSnapshotModule());
    }

    @Override
    public Outcome send(CouponCommand command) {
        Decision decision = axon.send(command);
        return new Outcome(decision.rejection(), decision.events(CouponEvent.class));
    }

    /** Makes a snapshot of the coupon, if there is one, as the snapshotter does. */
    void snapshot(CouponId id) {
        axon.snapshot(CouponId.TYPE, id.toString());
    }
}
