package io.firstcome.command.process;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.order.api.OrderCommand.ExpireOrder;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.process.ProcessRunner.Crash;
import io.firstcome.command.process.drive.OrderDrive;
import io.firstcome.command.process.fulfilment.OrderFulfilment;
import io.firstcome.command.process.latepayment.LatePaymentSaga;
import io.firstcome.command.process.payment.PaymentProcess;
import io.firstcome.command.process.refund.PaymentRefund;
import io.firstcome.command.process.reversal.OrderReversal;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;

/** A random history of a shop: buyers, processes, card gateway and time take turns as chance will have it. */
final class OrderHistory implements AutoCloseable {

    private static final int TURNS = 1_000;
    private static final int MOST_TURNS = 200_000;
    private static final int MOST_ROUNDS = 100;

    private final ShopInMemory world;
    private final MemorySagas sagas = new MemorySagas(Serializers.forProcesses(List.of(LatePaymentSaga.class)));
    private final MemoryExpiries expiries = new MemoryExpiries();
    private final MemoryGateway gateway;
    private final RandomBuyers shoppers;
    private final ProcessRunner orders;
    private final ProcessRunner payments;
    private final OrderDrive drive;
    private boolean driven;

    OrderHistory(long seed, Crash crash, UnaryOperator<AggregateCommand> onTheWay) {
        this.world = ShopInMemory.begin(new Random(seed));
        this.gateway = new MemoryGateway(world);
        this.shoppers = new RandomBuyers(world);
        this.orders = new ProcessRunner(world, sagas, expiries, gateway, crash, onTheWay);
        this.payments = new ProcessRunner(world, sagas, expiries, gateway, crash, onTheWay);
        PastEvents past = new PastEvents(world.store());
        this.drive = new OrderDrive(past, gateway, ShippingTerms.USUAL);
        orders.handler(new OrderFulfilment(orders.steps(), past, expiries, ShippingTerms.USUAL))
                .handler(new OrderReversal(orders.steps()))
                .saga(LatePaymentSaga.class);
        payments.handler(new PaymentProcess(payments.steps(), past, gateway))
                .handler(new PaymentRefund(payments.steps(), gateway));
    }

    /** Lets it happen, then lets all that is under way come to its end. */
    ShopLedger tell() {
        shoppers.openShop();
        for (int turn = 0; turn < TURNS; turn++) {
            turn();
        }
        comeToTheEnd();
        for (int rounds = 0; driven && drive(); rounds++) {
            ShopLedger.require(rounds < MOST_ROUNDS, "driven for ever", rounds);
            comeToTheEnd();
        }
        ShopLedger.require(sagas.size() == 0, "processes that never end", sagas.size());
        ShopLedger books = ShopLedger.of(world.events());
        books.requireSettled(gateway);
        return books;
    }

    private void comeToTheEnd() {
        for (int turn = 0; !isOver(); turn++) {
            ShopLedger.require(turn < MOST_TURNS, "does not come to an end", turn);
            comeToAnEnd();
        }
    }

    /** Has an operator drive each order on when nothing happens any more. */
    OrderHistory driven() {
        driven = true;
        return this;
    }

    /** Tells whether anything came of it. */
    boolean drive() {
        world.advance(Duration.ofHours(1));
        List<EventMessage<?>> before = List.copyOf(world.events());
        before.stream()
                .map(EventMessage::getPayload)
                .filter(OrderPlaced.class::isInstance)
                .map(placed -> ((OrderPlaced) placed).orderId())
                .forEach(order -> drive.drive(order, before.stream(), world.now(), this::step));
        return world.events().size() > before.size() || !gateway.isIdle();
    }

    /** A part that was asked back and never sent is in the whole by now, when the order was cancelled since. */
    private void step(AggregateCommand command) {
        RejectionCode rejection = world.execute(command);
        boolean overtaken = command instanceof RefundPayment refund && refund.amount() != null;
        ShopLedger.require(rejection == null || overtaken, "a step of a driven order was refused", command);
    }

    /** For a control. */
    OrderHistory refundsPassTheOrderBy() {
        shoppers.refundsPassTheOrderBy();
        return this;
    }

    /** What has happened. */
    Set<String> eventNames() {
        return world.events().stream()
                .map(EventMessage::getPayload)
                .map(event -> event instanceof OrderPaid paid
                                && !paid.holdId().value().equals(paid.orderId().value())
                        ? "OrderPaid by a late payment"
                        : event.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }

    private void turn() {
        int whose = world.random().nextInt(100);
        if (whose < 12) {
            shoppers.act();
        } else if (whose < 54) {
            handle(orders);
        } else if (whose < 88) {
            handle(payments);
        } else if (whose < 95) {
            gateway.act();
        } else {
            expireDue();
        }
    }

    private static void handle(ProcessRunner process) {
        if (process.isBehind()) {
            process.handleNext();
        }
    }

    private void expireDue() {
        expiries.earliest()
                .filter(next -> !next.getValue().isAfter(world.now()))
                .ifPresent(this::expire);
    }

    /** A task that crashes after its command is run again. */
    private void expire(Map.Entry<OrderId, Instant> next) {
        world.execute(new ExpireOrder(next.getKey(), next.getValue()));
        if (!world.chance(15)) {
            expiries.cancel(next.getKey());
        }
    }

    private void comeToAnEnd() {
        if (orders.isBehind() || payments.isBehind()) {
            handle(world.chance(50) ? orders : payments);
        } else if (!gateway.isIdle()) {
            gateway.act();
        } else {
            if (isAskedAgain()) {
                return;
            }
            Optional<Map.Entry<OrderId, Instant>> next = expiries.earliest();
            next.ifPresent(expiry -> world.advanceTo(expiry.getValue()));
            next.ifPresent(this::expire);
        }
    }

    private boolean isOver() {
        return !orders.isBehind()
                && !payments.isBehind()
                && gateway.isIdle()
                && expiries.earliest().isEmpty()
                && !isAskedAgain();
    }

    /** An operator who drives orders on does it for the buyers. */
    private boolean isAskedAgain() {
        return !driven && shoppers.askAgain();
    }

    @Override
    public void close() {
        world.close();
    }
}
