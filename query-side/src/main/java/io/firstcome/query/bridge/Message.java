package io.firstcome.query.bridge;

import io.firstcome.events.concert.ConcertEvent;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.waitingroom.RoomDirectoryEvent;
import io.firstcome.events.waitingroom.RoomEvent;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.wallet.WalletEvent;
import io.firstcome.events.wallet.WalletId;
import java.net.URI;

/**
 * What outsiders read of an event.
 *
 * @param context the last part of the topic
 * @param key the bare id of the thing that it happened to: the record's key and the CloudEvent's subject
 */
record Message(String context, String key, Object event) {

    /**
     * The message of an event.
     *
     * @throws IllegalArgumentException when the event is of no family known here
     */
    static Message of(Object event) {
        return switch (event) {
            case CouponEvent coupon ->
                new Message(CouponId.TYPE, coupon.couponId().value(), event);
            case ProductEvent product ->
                new Message(ProductId.TYPE, product.productId().value(), event);
            case StockEvent stock -> new Message(StockId.TYPE, stock.stockId().value(), event);
            case OrderEvent order -> new Message(OrderId.TYPE, order.orderId().value(), event);
            case PaymentEvent payment ->
                new Message(PaymentId.TYPE, payment.paymentId().value(), event);
            case WalletEvent wallet ->
                new Message(WalletId.TYPE, wallet.walletId().value(), event);
            case ConcertEvent concert ->
                new Message(ConcertId.TYPE, concert.concertId().value(), event);
            case DateEvent date -> new Message(DateId.TYPE, date.dateId().value(), event);
            case RoomEvent room -> new Message(RoomId.TYPE, room.roomId().value(), event);
            case RoomDirectoryEvent directory ->
                new Message(RoomId.TYPE, directory.roomId().value(), event);
            default ->
                throw new IllegalArgumentException(
                        "There is no message for " + event.getClass().getSimpleName());
        };
    }

    String topic() {
        return "firstcome." + context;
    }

    /** The CloudEvent's type, for example {@code io.firstcome.coupon.CouponIssued.v1}. */
    String type() {
        return "io.firstcome." + context + "." + event.getClass().getSimpleName() + ".v1";
    }

    URI source() {
        return URI.create("/firstcome/" + context);
    }

    byte[] json() {
        return MessageJson.of(event);
    }
}
