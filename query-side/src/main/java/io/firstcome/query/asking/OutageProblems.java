package io.firstcome.query.asking;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.problem.ProblemMapper;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * A database that broke off in the middle of a statement: nothing was done, and it is worth asking again.
 *
 * <p>Only for what the data access itself throws: a failure of a commit, whose outcome may be open, is none of these.
 */
@Component
class OutageProblems implements ProblemMapper {

    @Override
    public @Nullable ProblemException map(Throwable thrown) {
        if (!(thrown instanceof DataAccessException)) {
            return null;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLRecoverableException
                    || t instanceof SQLTransientException
                    || t instanceof SQLNonTransientConnectionException) {
                return ProblemException.of(
                        ProblemCode.UNAVAILABLE, "Something that is needed is down or busy. Ask again.");
            }
        }
        return null;
    }
}
