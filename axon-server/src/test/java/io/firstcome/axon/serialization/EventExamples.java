package io.firstcome.axon.serialization;

import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One event of each kind with every field set, and one with the optional fields absent where there are any.
 *
 * <p>Each has its approved JSON under {@code contracts/<context>/<event>-<revision>[-<variant>].json}. A new event adds its
 * examples to those of its context and its files there. Neither is ever changed: a new shape gets a new revision and an
 * upcaster, and the file of the old revision stays.
 */
final class EventExamples {

    static final Instant AT = Instant.parse("2026-11-20T09:00:00.123456Z");

    static final List<EventExample> ALL = Stream.of(
                    CouponExamples.ALL,
                    ProductExamples.ALL,
                    StockExamples.ALL,
                    OrderExamples.ALL,
                    ConcertExamples.ALL,
                    PaymentExamples.ALL,
                    WalletExamples.ALL,
                    WaitingRoomExamples.ALL)
            .flatMap(Collection::stream)
            .toList();

    /** Files of revisions that are no longer written, each with the event of today that its JSON is read as. */
    static final List<EventExample> OLD = List.of(
            new EventExample("coupon/CouponClosed-1", new CouponClosed(new CouponId("1"), "Not recorded", AT)),
            new EventExample("payment/PaymentRefundFailed-1", PaymentExamples.REFUND_FAILED_1));

    private EventExamples() {}
}
