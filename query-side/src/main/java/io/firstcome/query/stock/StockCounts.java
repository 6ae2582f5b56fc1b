package io.firstcome.query.stock;

/**
 * Pieces that are alike. Always: received = available + held + sold, and nothing is negative.
 *
 * @param received all that ever came in, less what was withdrawn before anybody had it
 * @param available can be had now
 * @param held reserved for orders that are not paid
 * @param sold paid, less what came back
 */
public record StockCounts(long received, long available, long held, long sold) {

    public static final StockCounts NONE = new StockCounts(0, 0, 0, 0);

    public StockCounts {
        if (available < 0 || held < 0 || sold < 0 || received != available + held + sold) {
            throw new IllegalArgumentException("Pieces do not add up: received " + received + ", available " + available
                    + ", held " + held + ", sold " + sold);
        }
    }

    /** What is there, whether somebody has reserved it or not. */
    public long onHand() {
        return available + held;
    }

    /** Both together. */
    public StockCounts plus(StockCounts more) {
        return new StockCounts(
                received + more.received, available + more.available, held + more.held, sold + more.sold);
    }

    StockCounts receive(long quantity) {
        return new StockCounts(received + quantity, available + quantity, held, sold);
    }

    /** @param quantity below 0: what was held is available again */
    StockCounts hold(long quantity) {
        return new StockCounts(received, available - quantity, held + quantity, sold);
    }

    StockCounts sell(long quantity) {
        return new StockCounts(received, available, held - quantity, sold + quantity);
    }

    StockCounts takeBack(long quantity) {
        return new StockCounts(received, available + quantity, held, sold - quantity);
    }

    StockCounts withoutAvailable() {
        return new StockCounts(held + sold, 0, held, sold);
    }
}
