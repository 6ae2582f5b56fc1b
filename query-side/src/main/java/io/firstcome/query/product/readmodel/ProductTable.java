package io.firstcome.query.product.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.processors.ChangeWriter;
import io.firstcome.axon.processors.ViewTables;
import io.firstcome.query.product.api.ProductTerms;
import io.firstcome.query.product.readmodel.ProductChange.Created;
import io.firstcome.query.product.readmodel.ProductChange.Withdrawn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The writes to table {@code product_view}.
 *
 * <p>A row's position says what it contains; a change at or before it is ignored, so that events may come twice.
 */
@Component
public class ProductTable implements ChangeWriter<ProductChange> {

    private static final String INSERT = "INSERT INTO product_view (product_id, name, price, category, description,"
            + " images, options, sale_from, sale_until, limit_per_user, created_at, created_position, listed, version,"
            + " position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"
            + " ON DUPLICATE KEY UPDATE product_id = product_id";
    private static final String WITHDRAW = "UPDATE product_view SET withdrawn_at = ?, listed = 0, version = ?,"
            + " position = ? WHERE product_id = ? AND position < ?";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    ProductTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void writeAll(List<ProductChange> changes) {
        List<Object[]> created = changes.stream()
                .filter(Created.class::isInstance)
                .map(change -> row((Created) change))
                .toList();
        if (!created.isEmpty()) {
            jdbc.batchUpdate(INSERT, created);
        }
        for (ProductChange change : changes) {
            if (change instanceof Withdrawn withdrawn) {
                withdraw(withdrawn);
            }
        }
    }

    private void withdraw(Withdrawn change) {
        long position = change.origin().position();
        int updated = jdbc.update(
                WITHDRAW,
                Micros.of(change.withdrawnAt()),
                change.origin().version(),
                position,
                change.productId(),
                position);
        if (updated == 0 && !exists(change.productId())) {
            throw new IllegalStateException("Product " + change.productId() + " is withdrawn but was never created");
        }
    }

    private boolean exists(String productId) {
        return !jdbc.queryForList("SELECT 1 FROM product_view WHERE product_id = ?", Integer.class, productId)
                .isEmpty();
    }

    /** Empties the table, in the transaction that sets the processor back. */
    public void clear() {
        ViewTables.clear(jdbc, "product_view");
    }

    private static @Nullable Object[] row(Created created) {
        ProductTerms terms = created.terms();
        return new @Nullable Object[] {
            terms.productId(),
            terms.name(),
            terms.price(),
            terms.category() == null ? null : Categories.bytes(terms.category()),
            terms.description(),
            JSON.writeValueAsString(terms.images()),
            JSON.writeValueAsString(terms.options()),
            micros(terms.saleFrom()),
            micros(terms.saleUntil()),
            terms.limitPerUser(),
            Micros.of(terms.createdAt()),
            created.origin().position(),
            created.origin().version(),
            created.origin().position()
        };
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }
}
