package io.firstcome.query.product;

import io.firstcome.query.product.ProductQuery.FindProducts;
import io.firstcome.query.product.ProductQuery.Place;
import io.firstcome.query.product.ProductQuery.Sort;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Parts of table {@code product_view} in an order, each read from its place on in the index of that order. */
@Component
class ProductList {

    private static final ViewTable<Listed> LISTED = ViewTable.of("product_view", Listed.class);

    private final JdbcTemplate jdbc;
    private final ViewTable<Listed> listed;

    ProductList(ViewFrame frame) {
        this.jdbc = frame.jdbc();
        this.listed = frame.table(LISTED);
    }

    /** What the list reads of a product. */
    private record Listed(
            String productId,
            String name,
            long price,
            @Nullable String category,
            List<String> images,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            long createdPosition) {

        private ProductItem item(Instant now) {
            return new ProductItem(
                    productId,
                    name,
                    price,
                    category,
                    images.isEmpty() ? null : images.getFirst(),
                    ProductView.Status.of(saleFrom, saleUntil, now),
                    saleFrom,
                    saleUntil,
                    createdPosition);
        }
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

    private static Order order(Sort sort) {
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

    Statement statement(FindProducts query) {
        Order order = order(query.sort());
        StringBuilder where = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        String category = query.category();
        if (category != null) {
            where.append(" AND category = ?");
            // The column has bytes, so that only exactly the same categories are equal.
            parameters.add(category.getBytes(StandardCharsets.UTF_8));
        }
        Place after = query.after();
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
        parameters.add(query.limit());
        String index = "ix_product_view_" + (category == null ? "" : "category_") + order.index();
        return new Statement(
                "SELECT " + listed.columns() + " FROM " + listed.name() + " FORCE INDEX (" + index
                        + ") WHERE listed = 1" + where + " ORDER BY " + order.by() + " LIMIT ?",
                parameters);
    }

    /** What the order sorts by, of a place. */
    static Object key(Sort sort, Place place) {
        return switch (sort) {
            case NEWEST -> place.position();
            case PRICE, PRICE_DESCENDING -> place.price();
            case NAME -> place.name();
        };
    }

    List<ProductItem> find(FindProducts query, Instant now) {
        Statement statement = statement(query);
        return jdbc
                .query(statement.sql(), listed.mapper(), statement.parameters().toArray())
                .stream()
                .map(row -> row.item(now))
                .toList();
    }
}
