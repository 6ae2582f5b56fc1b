package io.firstcome.command.process;

import static io.firstcome.command.process.ShopLedger.require;

import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.stock.HoldId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What all events say together of the seats of one date: a seat has at most one owner, at each of them. */
final class SeatLedger {

    private record Owner(OrderId order, HoldId hold) {}

    private final Map<Integer, Owner> owners = new HashMap<>();
    private final Set<HoldId> sold = new HashSet<>();

    void write(Object event) {
        switch (event) {
            case SeatsHeld held -> {
                Owner owner = new Owner(held.orderId(), held.holdId());
                held.seats().stream()
                        .map(Seat::seat)
                        .forEach(seat -> require(owners.put(seat, owner) == null, "a seat of two", event));
            }
            case SeatsReleased released ->
                free(new Owner(released.orderId(), released.holdId()), released.seats(), false, event);
            case SeatsReturned returned ->
                free(new Owner(returned.orderId(), returned.holdId()), returned.seats(), true, event);
            case SeatsSold sale -> {
                Owner owner = new Owner(sale.orderId(), sale.holdId());
                sale.seats().forEach(seat -> require(owner.equals(owners.get(seat)), "sold, but not held", event));
                require(sold.add(sale.holdId()), "sold twice", event);
            }
            default -> {
                // Nobody gets or loses a seat by it.
            }
        }
    }

    private void free(Owner owner, List<Integer> seats, boolean wasSold, Object event) {
        require(sold.contains(owner.hold()) == wasSold, "given back, but " + (wasSold ? "not " : "") + "sold", event);
        seats.forEach(seat -> require(owner.equals(owners.remove(seat)), "not its own seat", event));
    }

    /** All its seats are its own and sold, and no others are. */
    void requireSold(OrderId order, List<OrderLine> lines) {
        Set<Integer> expected = new TreeSet<>();
        lines.stream().filter(line -> line.dateId() != null).forEach(line -> expected.add(line.seat()));
        Set<Integer> own = new TreeSet<>();
        owners.forEach((seat, owner) -> {
            if (owner.order().equals(order)) {
                require(sold.contains(owner.hold()), "still held", seat);
                own.add(seat);
            }
        });
        require(own.equals(expected), "has seats " + own + " instead of " + expected, order);
    }

    void requireNothingOf(OrderId order) {
        owners.forEach((seat, owner) -> require(!owner.order().equals(order), "still an owner", seat));
    }
}
