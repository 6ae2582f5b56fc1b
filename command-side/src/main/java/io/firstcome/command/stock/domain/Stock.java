package io.firstcome.command.stock.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.compact.Holds;
import io.firstcome.command.compact.Key;
import io.firstcome.command.compact.KeyToIntTable;
import io.firstcome.command.stock.api.StockCommand.CancelPreOrder;
import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.CountStock;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenPreOrder;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.stock.api.StockCommand.ReceiveStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockEvent.PreOrderCancelled;
import io.firstcome.events.stock.StockEvent.PreOrderOpened;
import io.firstcome.events.stock.StockEvent.SaleClosed;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockEvent.StockReceived;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of a product, all its options, and for whom.
 *
 * <p>Always, for each option: on hand = available + held, received = on hand + sold, nothing negative. A hold is decided
 * once, whatever became of it. An order's lines are held together or not at all.
 */
@Revision("1")
@AggregateRoot(type = StockId.TYPE)
public final class Stock {

    @AggregateIdentifier
    private @Nullable StockId stockId;

    private SkuInventory shelf = new SkuInventory();
    private Holds<Hold> holds = new Holds<>();
    private @Nullable Instant saleFrom;
    private @Nullable Instant saleUntil;
    private boolean closed;
    private @Nullable Integer limitPerUser;

    /** What each user has held and bought, less what came back. Counted only when there is a limit. */
    private KeyToIntTable piecesOfUsers = new KeyToIntTable();

    /** For Axon, which then replays the events. */
    Stock() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenStock command) {
        if (stockId == null) {
            apply(new StockOpened(
                    command.stockId(),
                    command.offers(),
                    command.saleFrom(),
                    command.saleUntil(),
                    command.limitPerUser(),
                    command.at()));
        }
    }

    @CommandHandler
    StockReceived handle(ReceiveStock command) {
        StockReceived receipt =
                new StockReceived(command.stockId(), shelf.existing(command.skuId()), command.quantity(), command.at());
        apply(receipt);
        return receipt;
    }

    @CommandHandler
    long handle(CountStock command) {
        boolean over = saleUntil != null && !command.at().isBefore(saleUntil);
        return closed ? 0 : shelf.obtainable(!over, command.at());
    }

    @CommandHandler
    void handle(CloseSale command) {
        if (!closed) {
            apply(new SaleClosed(command.stockId(), command.at()));
        }
    }

    @CommandHandler
    void handle(HoldStock command) {
        if (holds.isDecided(command.holdId().value())) {
            return;
        }
        HoldRequest wanted = HoldRequest.of(command);
        HoldRefusal refusal = HoldRule.refusalOf(this, wanted);
        if (refusal != null) {
            apply(new StockHoldRefused(
                    command.stockId(), command.holdId(), command.orderId(), command.userId(), refusal, command.at()));
        } else {
            apply(new StockHeld(
                    command.stockId(),
                    command.holdId(),
                    command.orderId(),
                    command.userId(),
                    shelf.priced(wanted.lines()),
                    command.heldUntil(),
                    command.at()));
        }
    }

    /** A hold that is asked for later, say by a step that was dead-lettered, must hold nothing for an order that has ended. */
    @CommandHandler
    void handle(ReleaseStock command) {
        Hold open = holds.open(command.holdId().value());
        if (open == null && holds.isDecided(command.holdId().value())) {
            return;
        }
        Hold hold = open == null ? new Hold(command.orderId(), command.userId(), List.of()) : open;
        apply(new StockReleased(
                command.stockId(), command.holdId(), hold.orderId(), hold.userId(), hold.lines(), command.at()));
    }

    @CommandHandler
    void handle(SellStock command) {
        Hold hold = holds.open(command.holdId().value());
        if (hold != null) {
            apply(new StockSold(
                    command.stockId(), command.holdId(), hold.orderId(), hold.userId(), hold.lines(), command.at()));
        }
    }

    /** What is not sold yet, because two processes overtook one another, is released: the sale then finds no hold. */
    @CommandHandler
    void handle(ReturnStock command) {
        if (holds.isSold(command.holdId().value())) {
            shelf.requireSold(command.lines());
            apply(new StockReturned(
                    command.stockId(),
                    command.holdId(),
                    command.orderId(),
                    command.userId(),
                    command.lines(),
                    command.at()));
        } else if (holds.open(command.holdId().value()) != null) {
            handle(new ReleaseStock(
                    command.stockId(), command.holdId(), command.orderId(), command.userId(), command.at()));
        }
    }

    @CommandHandler
    PreOrderOpened handle(OpenPreOrder command) {
        PreOrderOpened opening = new PreOrderOpened(
                command.stockId(),
                shelf.existing(command.skuId()),
                command.quantity(),
                command.from(),
                command.until(),
                command.at());
        if (shelf.option(opening.skuId()).hasPreOrder()) {
            throw new RejectedException(StockErrorCode.PRE_ORDER_EXISTS);
        }
        apply(opening);
        return opening;
    }

    @CommandHandler
    PreOrderCancelled handle(CancelPreOrder command) {
        PreOrderCancelled cancellation =
                new PreOrderCancelled(command.stockId(), shelf.existing(command.skuId()), command.at());
        if (!shelf.option(cancellation.skuId()).hasPreOrder()) {
            throw new RejectedException(StockErrorCode.PRE_ORDER_NOT_FOUND);
        }
        apply(cancellation);
        return cancellation;
    }

    @EventSourcingHandler
    void on(StockOpened event) {
        stockId = event.stockId();
        shelf.offer(event.offers());
        saleFrom = event.saleFrom();
        saleUntil = event.saleUntil();
        limitPerUser = event.limitPerUser();
    }

    @EventSourcingHandler
    void on(StockReceived event) {
        shelf.option(event.skuId()).pool(false).receive(event.quantity());
    }

    @EventSourcingHandler
    void on(SaleClosed event) {
        closed = true;
    }

    @EventSourcingHandler
    void on(StockHeld event) {
        shelf.hold(event.userId(), event.lines());
        count(event.userId(), pieces(event.lines()));
        holds.begin(event.holdId().value(), new Hold(event.orderId(), event.userId(), event.lines()));
    }

    @EventSourcingHandler
    void on(StockHoldRefused event) {
        holds.endWithoutSale(event.holdId().value());
    }

    @EventSourcingHandler
    void on(StockReleased event) {
        shelf.release(event.userId(), event.lines());
        count(event.userId(), -pieces(event.lines()));
        holds.endWithoutSale(event.holdId().value());
    }

    @EventSourcingHandler
    void on(StockSold event) {
        shelf.sell(event.lines());
        holds.sell(event.holdId().value());
    }

    @EventSourcingHandler
    void on(StockReturned event) {
        shelf.takeBack(event.userId(), event.lines());
        count(
                event.userId(),
                -event.lines().stream().mapToInt(StockLine::quantity).sum());
        holds.takeBack(event.holdId().value());
    }

    @EventSourcingHandler
    void on(PreOrderOpened event) {
        shelf.option(event.skuId()).openPreOrder(event.quantity(), event.from(), event.until());
    }

    @EventSourcingHandler
    void on(PreOrderCancelled event) {
        shelf.option(event.skuId()).preOrder().cancel();
    }

    private static int pieces(List<HeldLine> lines) {
        return lines.stream().mapToInt(HeldLine::quantity).sum();
    }

    private void count(UserId user, int pieces) {
        if (limitPerUser != null) {
            piecesOfUsers.add(Key.of(user.value()), pieces);
        }
    }

    boolean hasOptionsOf(HoldRequest wanted) {
        return wanted.lines().stream().allMatch(line -> shelf.has(line.skuId()));
    }

    /** What is pre-ordered has a window of its own, but nothing is had of a product that was taken off sale. */
    boolean isSaleOpenFor(HoldRequest wanted) {
        return !closed && (wanted.isAllPreOrdered() || isWithinSale(wanted.at()));
    }

    private boolean isWithinSale(Instant instant) {
        return (saleFrom == null || !instant.isBefore(saleFrom)) && (saleUntil == null || instant.isBefore(saleUntil));
    }

    boolean isPreOrderOpenFor(HoldRequest wanted) {
        return wanted.preOrdered().allMatch(line -> shelf.option(line.skuId()).isPreOrderOpenAt(wanted.at()));
    }

    boolean isWithinLimitOf(HoldRequest wanted) {
        return (limitPerUser == null || piecesOfUsers.get(wanted.user()) + wanted.quantity() <= limitPerUser)
                && wanted.preOrdered().allMatch(line -> shelf.mayPreOrder(wanted.user(), line));
    }

    boolean hasPiecesFor(HoldRequest wanted) {
        return wanted.lines().stream().allMatch(shelf::hasLeft);
    }
}
