package io.firstcome.standalone;

/** Bodies of requests that make things. */
final class RequestBodies {

    private RequestBodies() {}

    static String product(String id) {
        return "{\"productId\":\"" + id + "\",\"name\":\"test\",\"price\":10000,\"stock\":10}";
    }

    static String coupon(String id) {
        return "{\"couponId\":\"" + id
                + "\",\"name\":\"test\",\"quantity\":5,\"discount\":{\"type\":\"FIXED\",\"value\":1000}}";
    }

    static String preOrder() {
        return "{\"quantity\":5,\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2999-01-01T00:00:00Z\"}";
    }

    static String concert(String id) {
        return "{\"concertId\":\"" + id + "\",\"title\":\"Spring tour\",\"artist\":\"The Firsts\"}";
    }
}
