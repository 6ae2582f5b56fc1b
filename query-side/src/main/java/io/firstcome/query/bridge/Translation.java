package io.firstcome.query.bridge;

import io.firstcome.contract.v1.Message;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.wallet.WalletEvent;

/** From what is stored to what outsiders read, by the family of the event. */
final class Translation {

    private Translation() {}

    /**
     * The message for an event.
     *
     * @throws IllegalArgumentException when its family has no translation
     */
    static Message of(Object event) {
        return switch (event) {
            case CouponEvent coupon -> CouponTranslation.of(coupon);
            case ProductEvent product -> ProductTranslation.of(product);
            case StockEvent stock -> StockTranslation.of(stock);
            case OrderEvent order -> OrderTranslation.of(order);
            case PaymentEvent payment -> PaymentTranslation.of(payment);
            case WalletEvent wallet -> WalletTranslation.of(wallet);
            default ->
                throw new IllegalArgumentException(
                        "There is no message for " + event.getClass().getSimpleName());
        };
    }
}
