package io.firstcome.standalone;

import io.firstcome.axon.groupcommit.CommandMetaData;
import io.firstcome.command.coupon.api.CreateCoupon;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** What a newcomer can take at once: coupon 1 with 1,000 pieces of 1,000 off. It is made once per data directory. */
final class DemoData implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoData.class);
    private static final CouponId COUPON = new CouponId("1");
    private static final int QUANTITY = 1000;
    private static final int VALID_DAYS = 10;
    private static final String CREATOR = "operator";

    private final CommandGateway commands;
    private final EventStore events;
    private final Clock clock;

    DemoData(CommandGateway commands, EventStore events, Clock clock) {
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (events.lastSequenceNumberFor(COUPON.toString()).isPresent()) {
            return;
        }
        CreateCoupon coupon = new CreateCoupon(
                COUPON,
                "Demo: 1,000 off for the first 1,000",
                QUANTITY,
                new Discount(Discount.Type.FIXED, 1000, null),
                0,
                null,
                null,
                VALID_DAYS,
                1,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        commands.sendAndWait(
                new GenericCommandMessage<>(coupon).withMetaData(Map.of(CommandMetaData.USER_ID, CREATOR)));
        log.info("The demo coupon is there");
    }
}
