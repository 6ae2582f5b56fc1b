package io.firstcome.cluster;

/**
 * One thing that a client wants, under an idempotency key of its own, however often it has to ask.
 *
 * @param kind what decides how it is found in the store
 * @param aggregate as the store names it
 */
record KeyedRequest(Kind kind, String key, String user, String aggregate, String path, String body) {

    /** A coupon is issued to a user who has no other request; points are charged again and again. */
    enum Kind {
        PUBLISH,
        CHARGE
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
}
