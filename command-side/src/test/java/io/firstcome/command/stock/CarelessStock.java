package io.firstcome.command.stock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A stock that checks each order against what came in, and never takes off what is held: it sells what is not there. */
@AggregateRoot(type = StockId.TYPE)
class CarelessStock {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StockId stockId;

    private int quantity;

    CarelessStock() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenStock command) {
        apply(new StockOpened(command.stockId(), command.offers(), null, null, null, command.at()));
    }

    @CommandHandler
    void handle(HoldStock command) {
        if (command.lines().getFirst().quantity() <= quantity) {
            apply(new StockHeld(
                    command.stockId(),
                    command.holdId(),
                    command.orderId(),
                    command.userId(),
                    command.lines().stream()
                            .map(line -> new HeldLine(line.skuId(), line.quantity(), line.preOrder(), 1_000))
                            .toList(),
                    command.heldUntil(),
                    command.at()));
        }
    }

    @EventSourcingHandler
    void on(StockOpened event) {
        stockId = event.stockId();
        quantity = event.offers().getFirst().quantity();
    }
}
