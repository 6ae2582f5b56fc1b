package io.firstcome.web.problem;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that is away or too busy, and a queue that is full: nothing was done, and it is worth asking again. */
final class OutageMapper implements ProblemMapper {

    @Override
    public @Nullable ProblemException map(Throwable thrown) {
        boolean away = thrown instanceof TransientDataAccessException
                || thrown instanceof RecoverableDataAccessException
                || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                || thrown instanceof SQLTransientException
                || thrown instanceof SQLNonTransientConnectionException
                || thrown instanceof RejectedExecutionException;
        return away
                ? ProblemException.of(ProblemCode.UNAVAILABLE, "Something that is needed is down or busy. Ask again.")
                : null;
    }
}
