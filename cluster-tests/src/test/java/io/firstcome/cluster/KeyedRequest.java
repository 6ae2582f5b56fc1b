package io.firstcome.cluster;

/**
 * One thing that a client wants, under an idempotency key of its own, however often it has to ask.
 *
 * @param kind what decides how it is found in the store
 * @param aggregate as the store names it
 */
record KeyedRequest(Kind kind, String key, String user, String aggregate, String path, String body) {

    /** A coupon and an order are those of a user who has no other; points are charged again and again. */
    enum Kind {
        PUBLISH,
        CHARGE,
        ORDER,
        PAY
    }

    static KeyedRequest publish(String key, String user, String coupon) {
        return new KeyedRequest(
                Kind.PUBLISH,
                key,
                user,
                "coupon:" + coupon,
                "/api/v1/coupon/publish",
                "{\"userId\":\"" + user + "\",\"couponId\":\"" + coupon + "\"}");
    }

    static KeyedRequest charge(String key, String user, long amount) {
        return new KeyedRequest(
                Kind.CHARGE,
                key,
                user,
                "wallet:" + user,
                "/api/v1/user/" + user + "/point",
                "{\"amount\":" + amount + "}");
    }

    static KeyedRequest order(String key, String user, String product) {
        return new KeyedRequest(
                Kind.ORDER,
                key,
                user,
                "stock:" + product,
                "/api/v1/order",
                "{\"userId\":\"" + user + "\",\"items\":[{\"productId\":\"" + product + "\",\"quantity\":1}]}");
    }

    static KeyedRequest pay(String key, String user, String order) {
        return new KeyedRequest(
                Kind.PAY,
                key,
                user,
                "order:" + order,
                "/api/v1/payment",
                "{\"orderId\":\"" + order + "\",\"method\":\"CARD\",\"paymentKey\":\"card-" + order + "\"}");
    }
}
