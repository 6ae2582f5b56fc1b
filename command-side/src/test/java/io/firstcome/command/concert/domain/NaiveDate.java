package io.firstcome.command.concert.domain;

import io.firstcome.command.concert.api.DateCommand;
import io.firstcome.command.concert.api.DateCommand.CountSeats;
import io.firstcome.command.concert.api.DateCommand.HoldSeats;
import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.command.concert.api.DateCommand.ReleaseSeats;
import io.firstcome.command.concert.api.DateCommand.ReturnSeats;
import io.firstcome.command.concert.api.DateCommand.SellSeats;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.stock.HoldRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The date as product.md tells it, in the plainest way: all orders there ever were, looked through for every decision. */
class NaiveDate {

    /** What became of an order. */
    enum State {
        HELD,
        REFUSED,
        RELEASED,
        SOLD,
        RETURNED
    }

    /** An order and what became of it. */
    record Order(String user, List<Integer> seats, State state) {

        private boolean has(int seat) {
            return (state == State.HELD || state == State.SOLD) && seats.contains(seat);
        }

        private int count(String asked) {
            return user.equals(asked) && (state == State.HELD || state == State.SOLD) ? seats.size() : 0;
        }
    }

    private final Map<String, Order> orders = new HashMap<>();

    List<Object> send(DateCommand command) {
        return switch (command) {
            case OpenDate open -> List.of(Hall.opened());
            case HoldSeats hold -> isDecided(orders.get(hold.holdId().value())) ? List.of() : hold(hold);
            case ReleaseSeats release ->
                release(release.holdId().value(), release.userId().value());
            case SellSeats sell -> sell(sell.holdId().value());
            case ReturnSeats back -> takeBack(back);
            case CountSeats count -> List.of();
        };
    }

    private List<Object> hold(HoldSeats hold) {
        String id = hold.holdId().value();
        String user = hold.userId().value();
        List<Integer> unknown = hold.seats().stream().filter(seat -> seat > 5).toList();
        List<Integer> taken = hold.seats().stream().filter(this::isTaken).toList();
        boolean open = !hold.at().isBefore(Hall.SALE_FROM) && hold.at().isBefore(Hall.SALE_UNTIL);
        int all = orders.values().stream().mapToInt(order -> order.count(user)).sum()
                + hold.seats().size();
        if (!unknown.isEmpty()) {
            return refuse(hold, HoldRefusal.SEAT_NOT_FOUND, unknown);
        }
        if (!open) {
            return refuse(hold, HoldRefusal.SALE_NOT_OPEN, List.of());
        }
        if (isTooMany(all)) {
            return refuse(hold, HoldRefusal.LIMIT_PER_USER, List.of());
        }
        if (!taken.isEmpty()) {
            return refuse(hold, HoldRefusal.SEAT_TAKEN, taken);
        }
        orders.put(id, new Order(user, hold.seats(), State.HELD));
        SeatsHeld held = Hall.held(id, user, hold.seats().toArray(Integer[]::new));
        return List.of(new SeatsHeld(
                held.dateId(),
                held.holdId(),
                held.orderId(),
                held.userId(),
                held.seats(),
                held.heldUntil(),
                hold.at()));
    }

    private List<Object> refuse(HoldSeats hold, HoldRefusal reason, List<Integer> seats) {
        orders.put(hold.holdId().value(), new Order(hold.userId().value(), hold.seats(), State.REFUSED));
        return List.of(Hall.refusedAt(
                hold.at(), hold.holdId().value(), hold.userId().value(), reason, seats.toArray(Integer[]::new)));
    }

    boolean isDecided(@Nullable Order order) {
        return order != null;
    }

    boolean isTaken(int seat) {
        return orders.values().stream().anyMatch(order -> order.has(seat));
    }

    boolean isTooMany(int seats) {
        return seats > Hall.LIMIT;
    }

    boolean isReleasable(Order order) {
        return order.state() == State.HELD;
    }

    private List<Object> release(String id, String user) {
        Order order = orders.get(id);
        if (order == null) {
            orders.put(id, new Order(user, List.of(), State.RELEASED));
            return List.of(Hall.released(id, user));
        }
        if (!isReleasable(order)) {
            return List.of();
        }
        orders.put(id, new Order(order.user(), order.seats(), State.RELEASED));
        return List.of(Hall.released(id, order.user(), order.seats().toArray(Integer[]::new)));
    }

    private List<Object> sell(String id) {
        Order order = orders.get(id);
        if (order == null || order.state() != State.HELD) {
            return List.of();
        }
        orders.put(id, new Order(order.user(), order.seats(), State.SOLD));
        return List.of(Hall.sold(id, order.user(), order.seats().toArray(Integer[]::new)));
    }

    private List<Object> takeBack(ReturnSeats back) {
        String id = back.holdId().value();
        Order order = orders.get(id);
        if (order != null && order.state() == State.SOLD) {
            orders.put(id, new Order(order.user(), order.seats(), State.RETURNED));
            return List.of(Hall.returned(id, order.user(), back.seats().toArray(Integer[]::new)));
        }
        return order == null || order.state() != State.HELD ? List.of() : release(id, order.user());
    }
}
