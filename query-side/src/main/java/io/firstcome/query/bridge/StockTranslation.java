package io.firstcome.query.bridge;

import io.firstcome.contract.v1.StockMessage;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockEvent;
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
import io.firstcome.events.stock.StockLine;
import java.util.List;

/** From the events of the stock of a product to their messages. An event of the family without its case here does not compile. */
final class StockTranslation {

    private StockTranslation() {}

    static StockMessage of(StockEvent stock) {
        return switch (stock) {
            case StockOpened event -> message(event);
            case StockReceived event -> message(event);
            case StockHeld event -> message(event);
            case StockHoldRefused event -> message(event);
            case StockReleased event -> message(event);
            case StockSold event -> message(event);
            case StockReturned event -> message(event);
            case SaleClosed event -> message(event);
            case PreOrderOpened event -> message(event);
            case PreOrderCancelled event -> message(event);
        };
    }

    private static StockMessage message(StockOpened event) {
        return new io.firstcome.contract.v1.StockOpened(
                event.stockId().value(),
                offers(event.offers()),
                event.saleFrom(),
                event.saleUntil(),
                event.limitPerUser(),
                event.openedAt());
    }

    private static StockMessage message(StockReceived event) {
        return new io.firstcome.contract.v1.StockReceived(
                event.stockId().value(), event.skuId().value(), event.quantity(), event.receivedAt());
    }

    private static StockMessage message(StockHeld event) {
        return new io.firstcome.contract.v1.StockHeld(
                event.stockId().value(),
                event.holdId().value(),
                event.orderId().value(),
                event.userId().value(),
                heldLines(event.lines()),
                event.heldUntil(),
                event.heldAt());
    }

    private static StockMessage message(StockHoldRefused event) {
        return new io.firstcome.contract.v1.StockHoldRefused(
                event.stockId().value(),
                event.holdId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.reason().name(),
                event.refusedAt());
    }

    private static StockMessage message(StockReleased event) {
        return new io.firstcome.contract.v1.StockReleased(
                event.stockId().value(),
                event.holdId().value(),
                event.orderId().value(),
                event.userId().value(),
                heldLines(event.lines()),
                event.releasedAt());
    }

    private static StockMessage message(StockSold event) {
        return new io.firstcome.contract.v1.StockSold(
                event.stockId().value(),
                event.holdId().value(),
                event.orderId().value(),
                event.userId().value(),
                heldLines(event.lines()),
                event.soldAt());
    }

    private static StockMessage message(StockReturned event) {
        return new io.firstcome.contract.v1.StockReturned(
                event.stockId().value(),
                event.holdId().value(),
                event.orderId().value(),
                event.userId().value(),
                lines(event.lines()),
                event.returnedAt());
    }

    private static StockMessage message(SaleClosed event) {
        return new io.firstcome.contract.v1.SaleClosed(event.stockId().value(), event.closedAt());
    }

    private static StockMessage message(PreOrderOpened event) {
        return new io.firstcome.contract.v1.PreOrderOpened(
                event.stockId().value(),
                event.skuId().value(),
                event.quantity(),
                event.from(),
                event.until(),
                event.openedAt());
    }

    private static StockMessage message(PreOrderCancelled event) {
        return new io.firstcome.contract.v1.PreOrderCancelled(
                event.stockId().value(), event.skuId().value(), event.cancelledAt());
    }

    private static List<io.firstcome.contract.v1.HeldLine> heldLines(List<HeldLine> lines) {
        return lines.stream()
                .map(line -> new io.firstcome.contract.v1.HeldLine(
                        line.skuId().value(), line.quantity(), line.preOrder(), line.unitPrice()))
                .toList();
    }

    private static List<io.firstcome.contract.v1.StockLine> lines(List<StockLine> lines) {
        return lines.stream()
                .map(line ->
                        new io.firstcome.contract.v1.StockLine(line.skuId().value(), line.quantity(), line.preOrder()))
                .toList();
    }

    private static List<io.firstcome.contract.v1.Offer> offers(List<Offer> offers) {
        return offers.stream()
                .map(offer ->
                        new io.firstcome.contract.v1.Offer(offer.skuId().value(), offer.price(), offer.quantity()))
                .toList();
    }
}
