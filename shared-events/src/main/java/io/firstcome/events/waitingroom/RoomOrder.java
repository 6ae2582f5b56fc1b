package io.firstcome.events.waitingroom;

/** In which order a room lets people in. */
public enum RoomOrder {
    /** As they came. */
    FIFO,
    /** Who came before the room opens, in a random order that was committed to before; who comes later, behind them as they come. */
    SHUFFLE
}
