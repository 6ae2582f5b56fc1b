package io.firstcome.command.order;

import io.firstcome.command.order.api.ShippingTerms;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.order.*}.
 *
 * @param hold how long the pieces of an order are held for its buyer to pay
 * @param decisionWait how long a request to order waits for the decision before it is answered with 202
 * @param shippingFee what sending an order costs, in the smallest unit
 * @param freeShippingFrom the least amount of an order that is sent for nothing
 */
@ConfigurationProperties("firstcome.order")
public record OrderProperties(
        @DefaultValue("30m") Duration hold,
        @DefaultValue("3s") Duration decisionWait,
        @DefaultValue("3000") long shippingFee,
        @DefaultValue("20000") long freeShippingFrom) {

    public OrderProperties {
        if (hold.isNegative()
                || hold.isZero()
                || decisionWait.isNegative()
                || shippingFee < 0
                || freeShippingFrom < 0) {
            throw new IllegalArgumentException("firstcome.order.* must be positive");
        }
    }

    ShippingTerms shipping() {
        return new ShippingTerms(shippingFee, freeShippingFrom);
    }
}
