package io.firstcome.query.consistency;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads several tables of a view as they were at one moment, while its processor goes on writing. */
@Component
public class ConsistentRead {

    private final TransactionTemplate transaction;

    ConsistentRead(DataSource dataSource) {
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    /** What {@code reads} finds. */
    public <T> T of(Supplier<T> reads) {
        @Nullable T found = transaction.execute(status -> reads.get());
        if (found == null) {
            throw new IllegalStateException("Reads give something");
        }
        return found;
    }
}
