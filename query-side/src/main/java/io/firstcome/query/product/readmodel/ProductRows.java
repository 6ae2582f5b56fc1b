package io.firstcome.query.product.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.query.product.api.ProductOption;
import io.firstcome.query.product.api.ProductTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Single rows of table {@code product_view}. */
@Component
class ProductRows {

    private static final String SELECT = "SELECT product_id, name, price, category, description, images, options,"
            + " sale_from, sale_until, limit_per_user, created_at, withdrawn_at, version FROM product_view"
            + " WHERE product_id = ?";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> IMAGES = new TypeReference<>() {};
    private static final TypeReference<List<ProductOption>> OPTIONS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    ProductRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ProductState> find(String productId) {
        return jdbc.query(SELECT, (row, index) -> read(row), productId).stream().findFirst();
    }

    private static ProductState read(ResultSet row) throws SQLException {
        ProductTerms terms = new ProductTerms(
                row.getString("product_id"),
                row.getString("name"),
                row.getLong("price"),
                Categories.read(row),
                row.getString("description"),
                images(row),
                JSON.readValue(row.getString("options"), OPTIONS),
                instant(row, "sale_from"),
                instant(row, "sale_until"),
                row.getObject("limit_per_user", Integer.class),
                Micros.toInstant(row.getLong("created_at")));
        return new ProductState(terms, instant(row, "withdrawn_at"), row.getLong("version"));
    }

    static List<String> images(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("images"), IMAGES);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long micros = row.getObject(column, Long.class);
        return micros == null ? null : Micros.toInstant(micros);
    }
}
