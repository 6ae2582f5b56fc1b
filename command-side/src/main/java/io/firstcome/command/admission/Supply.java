package io.firstcome.command.admission;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.axon.schedule.TaskCommands.CommandRejectedException;
import io.firstcome.command.concert.api.DateCommand.CountSeats;
import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.stock.api.StockCommand.CountStock;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.waitingroom.ProtectedItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** Counts what can still be had of what a room protects: asks those that decide it. */
final class Supply {

    private final TaskCommands commands;

    Supply(TaskCommands commands) {
        this.commands = commands;
    }

    /**
     * How many pieces of all the items can still be had; empty when there is nothing of those that exist, and not all do yet.
     *
     * @throws TaskCommands.CommandDeliveryException when one could not be asked
     */
    OptionalLong of(List<ProtectedItem> items, Instant at) {
        long sum = 0;
        boolean all = true;
        for (ProtectedItem item : items) {
            try {
                sum += (Long) Objects.requireNonNull(commands.send(count(item, at), Map.of()));
            } catch (CommandRejectedException unknown) {
                // A room may be set up before what it protects.
                all = false;
            }
        }
        return all || sum > 0 ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    private static AggregateCommand count(ProtectedItem item, Instant at) {
        return switch (item.type()) {
            case COUPON -> new CountPieces(new CouponId(item.id()), at);
            case PRODUCT -> new CountStock(new StockId(item.id()), at);
            case CONCERT_DATE -> new CountSeats(new DateId(item.id()), at);
        };
    }
}
