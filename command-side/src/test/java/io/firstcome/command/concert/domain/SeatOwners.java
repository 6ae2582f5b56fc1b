package io.firstcome.command.concert.domain;

import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.order.OrderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold after each event of a date, from its events alone: a seat has at most one owner, a user at most the limit. */
final class SeatOwners {

    private record Owner(OrderId order, String user) {}

    private final Map<Integer, Owner> owners = new HashMap<>();
    private final Set<OrderId> sold = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    private SeatOwners() {}

    /** What is wrong; none when all is right. */
    static List<String> violations(List<List<Object>> outcomes) {
        SeatOwners all = new SeatOwners();
        outcomes.forEach(events -> events.forEach(all::take));
        return all.violations;
    }

    private void take(Object event) {
        switch (event) {
            case SeatsHeld held -> {
                Owner owner = new Owner(held.orderId(), held.userId().value());
                for (Seat seat : held.seats()) {
                    require(owners.put(seat.seat(), owner) == null, "a seat of two", event);
                }
                long all = owners.values().stream()
                        .filter(each -> each.user().equals(owner.user()))
                        .count();
                require(all <= Hall.LIMIT, "more than the limit", event);
            }
            case SeatsReleased released -> {
                require(!sold.contains(released.orderId()), "released, but sold", event);
                free(released.orderId(), released.seats(), event);
            }
            case SeatsSold sale -> {
                sale.seats().forEach(seat -> requireOwner(sale.orderId(), owners.get(seat), event));
                require(sold.add(sale.orderId()), "sold twice", event);
            }
            case SeatsReturned returned -> {
                require(sold.contains(returned.orderId()), "returned, but not sold", event);
                free(returned.orderId(), returned.seats(), event);
            }
            default -> {
                // Nobody gets or loses a seat by it.
            }
        }
    }

    private void free(OrderId order, List<Integer> seats, Object event) {
        seats.forEach(seat -> requireOwner(order, owners.remove(seat), event));
    }

    private void requireOwner(OrderId order, @Nullable Owner owner, Object event) {
        require(owner != null && owner.order().equals(order), "not its own seat", event);
    }

    private void require(boolean holds, String what, Object event) {
        if (!holds) {
            violations.add(what + ": " + event);
        }
    }
}
