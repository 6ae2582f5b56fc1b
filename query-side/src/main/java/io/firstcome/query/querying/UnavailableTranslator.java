package io.firstcome.query.querying;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says {@code UNAVAILABLE} when the database is away, too busy, or breaks off in the middle of a question.
 *
 * <p>It is said here, where it is known that the other end of the broken connection was the database and not the client.
 */
public final class UnavailableTranslator {

    private static final Logger log = LoggerFactory.getLogger(UnavailableTranslator.class);

    private UnavailableTranslator() {}

    /** The answer of {@code question}; what it throws, or {@code UNAVAILABLE} when the database is the reason. */
    public static <T> T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw isOutage(e) ? unavailable(e) : e;
        }
    }

    private static boolean isOutage(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof SQLRecoverableException
                    || t instanceof SQLTransientException
                    || t instanceof SQLNonTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException unavailable(RuntimeException fault) {
        log.debug("A question could not be answered", fault);
        return ProblemException.of(ProblemCode.UNAVAILABLE, "Something that is needed is down or busy. Ask again.");
    }
}
