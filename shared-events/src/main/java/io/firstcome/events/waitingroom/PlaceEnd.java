package io.firstcome.events.waitingroom;

/** Why one place in a room has ended. */
public enum PlaceEnd {
    /** What it was for is done: the coupon is issued or refused for good, the order is paid or has ended. */
    DONE,
    /** The time of the admission is over. */
    EXPIRED,
    /** Nobody has used it or asked for it for too long. */
    IDLE,
    /** Its user gave it up. */
    LEFT
}
