package io.firstcome.query.product.readmodel;

import io.firstcome.query.product.api.FindProducts;
import io.firstcome.query.product.api.ListPlace;
import io.firstcome.query.product.api.ListedProduct;
import io.firstcome.query.product.api.ProductSort;
import io.firstcome.query.product.api.ProductTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Parts of table {@code product_view} in an order, each read from its place on in the index of that order. */
@Component
class ProductList {

    private static final String SELECT = "SELECT product_id, name, price, category, images, sale_from, sale_until,"
            + " created_position FROM product_view FORCE INDEX (";

    private final JdbcTemplate jdbc;

    ProductList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How an order is read.
     *
     * @param index the end of the names of its two indexes
     * @param from the first row of the index that can be behind a place
     * @param behind which rows from there on are behind it
     * @param by its columns
     */
    private record Order(String index, String from, String behind, String by) {}

    private static Order order(ProductSort sort) {
        return switch (sort) {
            case NEWEST -> new Order("newest", "created_position < ?", "", "created_position DESC");
            case PRICE -> new Order("price", "price >= ?", "(price > ? OR product_id > ?)", "price, product_id");
            case PRICE_DESCENDING ->
                new Order("price", "price <= ?", "(price < ? OR product_id < ?)", "price DESC, product_id DESC");
            case NAME -> new Order("name", "name >= ?", "(name > ? OR product_id > ?)", "name, product_id");
        };
    }

    /** A question as SQL. */
    record Statement(String sql, List<Object> parameters) {}

    static Statement statement(FindProducts query, int limit) {
        Order order = order(query.sort());
        StringBuilder where = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        String category = query.category();
        if (category != null) {
            where.append(" AND category = ?");
            parameters.add(Categories.bytes(category));
        }
        ListPlace after = query.after();
        if (after != null) {
            Object key = key(query.sort(), after);
            where.append(" AND ").append(order.from());
            parameters.add(key);
            if (!order.behind().isEmpty()) {
                where.append(" AND ").append(order.behind());
                parameters.add(key);
                parameters.add(after.productId());
            }
        }
        parameters.add(limit);
        String index = "ix_product_view_" + (category == null ? "" : "category_") + order.index();
        return new Statement(
                SELECT + index + ") WHERE listed = 1" + where + " ORDER BY " + order.by() + " LIMIT ?", parameters);
    }

    private static Object key(ProductSort sort, ListPlace place) {
        return switch (sort) {
            case NEWEST -> place.position();
            case PRICE, PRICE_DESCENDING -> place.price();
            case NAME -> place.name();
        };
    }

    List<ListedProduct> find(FindProducts query, int limit, Instant now) {
        Statement statement = statement(query, limit);
        return jdbc.query(
                statement.sql(),
                (row, index) -> read(row, now),
                statement.parameters().toArray());
    }

    private static ListedProduct read(ResultSet row, Instant now) throws SQLException {
        Instant from = ProductRows.instant(row, "sale_from");
        Instant until = ProductRows.instant(row, "sale_until");
        ListPlace place = new ListPlace(
                row.getLong("created_position"),
                row.getLong("price"),
                row.getString("name"),
                row.getString("product_id"));
        return new ListedProduct(
                Categories.read(row),
                first(ProductRows.images(row)),
                ProductTerms.statusOf(from, until, now),
                from,
                until,
                place);
    }

    private static @Nullable String first(List<String> images) {
        return images.isEmpty() ? null : images.getFirst();
    }
}
