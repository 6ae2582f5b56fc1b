package io.firstcome.command.stock.domain;

/** Pieces that are alike. On hand is what is held and what is available together; sold pieces are no longer on hand. */
final class Pool {

    private long onHand;
    private long held;
    private long sold;

    long available() {
        return onHand - held;
    }

    long sold() {
        return sold;
    }

    void receive(int quantity) {
        onHand += quantity;
    }

    /** Takes away what nobody has. */
    void withdrawAvailable() {
        onHand = held;
    }

    void hold(int quantity) {
        held += quantity;
    }

    void release(int quantity) {
        held -= quantity;
    }

    void sell(int quantity) {
        held -= quantity;
        onHand -= quantity;
        sold += quantity;
    }

    void takeBack(int quantity) {
        sold -= quantity;
        onHand += quantity;
    }
}
