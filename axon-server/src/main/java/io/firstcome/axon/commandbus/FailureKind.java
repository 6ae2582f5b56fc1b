package io.firstcome.axon.commandbus;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failed attempt means. */
enum FailureKind {
    /** Another writer was faster: a new attempt sees what it wrote. */
    CONFLICT,
    /** The database is away or too slow. */
    STORE_UNAVAILABLE,
    /** A fault in a handler, or in what it wrote. */
    FAULT;

    static FailureKind of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof DuplicateKeyException) {
                return CONFLICT;
            }
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof CannotCreateTransactionException) {
                return STORE_UNAVAILABLE;
            }
        }
        return FAULT;
    }
}
