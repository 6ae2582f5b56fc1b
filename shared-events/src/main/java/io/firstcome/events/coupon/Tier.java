package io.firstcome.events.coupon;

/** A user's standing, lowest first. A coupon may require at least one of them. */
public enum Tier {
    BASIC,
    SILVER,
    GOLD,
    VIP
}
