package io.firstcome.query;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Makes the events of one coupon campaign, in order. */
public final class CouponTestData {

    public static final Instant AT = Instant.parse("2026-11-20T09:00:00.123456Z");

    private static final Instant REDEEMED_AT = AT.plusSeconds(30);

    private final CouponId id;
    private long version;
    private int serial;

    public CouponTestData(String id) {
        this.id = new CouponId(id);
    }

    public DomainEventMessage<?> created(int quantity) {
        return created(quantity, null, null);
    }

    /** Issued from and until these instants; null: no limit. */
    public DomainEventMessage<?> created(int quantity, @Nullable Instant from, @Nullable Instant until) {
        return message(new CouponCreated(
                id,
                "Campaign " + id.value(),
                quantity,
                new Discount(Discount.Type.FIXED, 1_000, null),
                0,
                from,
                until,
                10,
                1,
                null,
                AT));
    }

    public DomainEventMessage<?> issued(String userId) {
        return message(new CouponIssued(id, new UserId(userId), ++serial, AT, AT.plus(Duration.ofDays(10))));
    }

    /** Issues to users {@code u1, u2 …}. */
    public List<DomainEventMessage<?>> issued(int count) {
        return IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(i -> issued("u" + (serial + 1)))
                .toList();
    }

    /** The piece pays a part of an order. */
    public DomainEventMessage<?> redeemed(String userId, int piece) {
        return message(new CouponRedeemed(
                id, new UserId(userId), piece, payment(piece), new OrderId("o-" + piece), 20_000, 1_000, REDEEMED_AT));
    }

    /** The piece does not. */
    public DomainEventMessage<?> redemptionRefused(String userId, int piece) {
        return message(new CouponRedemptionRefused(
                id, new UserId(userId), piece, payment(piece), new OrderId("o-" + piece), REDEEMED_AT));
    }

    /** The piece may be used again. */
    public DomainEventMessage<?> restored(String userId, int piece) {
        return message(new CouponRestored(id, new UserId(userId), piece, payment(piece), REDEEMED_AT));
    }

    private static PaymentId payment(int piece) {
        return new PaymentId("pay-" + piece);
    }

    public DomainEventMessage<?> closed() {
        return message(new CouponClosed(id, "Closed by the operator", AT.plusSeconds(60)));
    }

    /** The next event of this campaign. */
    public DomainEventMessage<?> message(CouponEvent event) {
        return new GenericDomainEventMessage<>(
                CouponId.TYPE, id.toString(), version++, event, MetaData.from(Map.of("userId", "tester")));
    }
}
