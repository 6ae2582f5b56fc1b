package io.firstcome.events;

import io.firstcome.events.concert.ConcertEvent;
import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.waitingroom.RoomDirectoryEvent;
import io.firstcome.events.waitingroom.RoomEvent;
import io.firstcome.events.wallet.WalletEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All events that may be stored: one sealed interface per aggregate. A new aggregate adds its family here; serializers,
 * contract tests, the Kafka bridge and the message catalogue take it from here.
 */
public final class EventFamilies {

    /** The sealed interfaces, in the order of the contexts. */
    public static final List<Class<?>> ALL = List.of(
            CouponEvent.class,
            ProductEvent.class,
            StockEvent.class,
            OrderEvent.class,
            PaymentEvent.class,
            WalletEvent.class,
            ConcertEvent.class,
            DateEvent.class,
            RoomEvent.class,
            RoomDirectoryEvent.class);

    private EventFamilies() {}

    /** The event classes of all families. */
    public static Stream<Class<?>> eventTypes() {
        return ALL.stream().flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }
}
