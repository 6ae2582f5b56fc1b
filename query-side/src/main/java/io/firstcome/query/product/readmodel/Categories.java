package io.firstcome.query.product.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Column {@code category} of table {@code product_view}: bytes, so that only exactly the same categories are equal. */
final class Categories {

    private Categories() {}

    static byte[] bytes(String category) {
        return category.getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable String read(ResultSet row) throws SQLException {
        byte[] category = row.getBytes("category");
        return category == null ? null : new String(category, StandardCharsets.UTF_8);
    }
}
