package io.firstcome.command.stock.domain;

import io.firstcome.command.compact.KeyToIntTable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of an option can be pre-ordered, and by whom it is: open or cancelled. It outlives its cancellation, for what is
 * pre-ordered stays so; a piece that comes back while a later pre-order is open is offered in that one.
 */
final class PreOrder {

    private Pool pool = new Pool();
    private KeyToIntTable users = new KeyToIntTable();
    private @Nullable Instant from;
    private @Nullable Instant until;

    void open(int quantity, Instant begin, Instant end) {
        pool.withdrawAvailable();
        pool.receive(quantity);
        from = begin;
        until = end;
    }

    void cancel() {
        pool.withdrawAvailable();
        from = null;
        until = null;
    }

    boolean isCancelled() {
        return until == null;
    }

    boolean isOpenAt(Instant instant) {
        return from != null && until != null && !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether nothing can be pre-ordered any more. */
    boolean isOverAt(Instant instant) {
        return until == null || !instant.isBefore(until);
    }

    Pool pool() {
        return pool;
    }

    KeyToIntTable users() {
        return users;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PreOrder that
                && Objects.equals(pool, that.pool)
                && Objects.equals(users, that.users)
                && Objects.equals(from, that.from)
                && Objects.equals(until, that.until);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pool, users, from, until);
    }
}
