package io.firstcome.contract.v1;

/**
 * The data of one message on Kafka.
 *
 * <p>Ids are bare, as the API shows them; instants are RFC 3339 in UTC; money is in the currency's smallest unit.
 */
public sealed interface Message
        permits CouponMessage, ProductMessage, StockMessage, OrderMessage, PaymentMessage, WalletMessage {

    /** The context, which is also the last part of the topic: {@code firstcome.<context>}. */
    String context();

    /** The id of the thing that it happened to: the CloudEvent's {@code subject} and the record's key. */
    String subject();

    /** The CloudEvent's {@code type}, for example {@code io.firstcome.coupon.CouponIssued.v1}. */
    default String type() {
        return "io.firstcome." + context() + "." + getClass().getSimpleName() + ".v1";
    }
}
