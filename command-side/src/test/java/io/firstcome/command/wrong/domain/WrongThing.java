package io.firstcome.command.wrong.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.springframework.stereotype.Component;

/** A public aggregate with Spring, a clock, chance, another context's commands, and an event handler that emits. */
@Component
public class WrongThing {

    @CommandHandler
    void close(CloseCoupon command) {
        apply(new CouponClosed(new CouponId(UUID.randomUUID().toString()), "Wrong", Instant.now()));
    }

    @EventSourcingHandler
    void closed(CouponClosed event) {
        apply(event);
    }
}
