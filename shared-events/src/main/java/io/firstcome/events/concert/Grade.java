package io.firstcome.events.concert;

/**
 * Seats of one price: all from one number to another.
 *
 * @param grade its name, for example VIP
 * @param price of one seat, 0 or more
 * @param from the first seat, 1 or more
 * @param to the last seat, not less than {@code from}
 */
public record Grade(String grade, long price, int from, int to) {

    /** How many seats it has. */
    public int seats() {
        return to - from + 1;
    }
}
