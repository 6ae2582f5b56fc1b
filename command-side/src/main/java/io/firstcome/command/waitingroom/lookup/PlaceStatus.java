package io.firstcome.command.waitingroom.lookup;

/** What has become of a place in a room. */
public enum PlaceStatus {
    /** Its user waits. */
    WAITING,
    /** Its user is let in. */
    ADMITTED,
    /** What it was for is done, or can't be done any more. */
    DONE,
    /** Its time was over, or nobody used it. */
    EXPIRED,
    /** Its user gave it up. */
    LEFT
}
