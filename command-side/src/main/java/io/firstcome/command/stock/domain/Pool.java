package io.firstcome.command.stock.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pieces that are alike. On hand is what is held and what is available together; sold pieces are no longer on hand. */
final class Pool {

    private long onHand;
    private long held;
    private long sold;

    long available() {
        return onHand - held;
    }

    long onHand() {
        return onHand;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pool that && onHand == that.onHand && held == that.held && sold == that.sold;
    }

    @Override
    public int hashCode() {
        return Objects.hash(onHand, held, sold);
    }
}
