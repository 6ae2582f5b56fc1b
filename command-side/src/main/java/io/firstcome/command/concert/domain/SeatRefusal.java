package io.firstcome.command.concert.domain;

import io.firstcome.events.stock.HoldRefusal;
import java.util.List;

/**
 * Why seats are not held.
 *
 * @param seats those that are the reason; none when it is another
 */
record SeatRefusal(HoldRefusal reason, List<Integer> seats) {

    SeatRefusal(HoldRefusal reason) {
        this(reason, List.of());
    }
}
