package io.firstcome.query.product.rest;

import io.firstcome.query.product.api.ListPlace;
import io.firstcome.query.product.api.ProductSort;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/** A place in the list of products as a cursor: the order that it belongs to, the product, and what the order sorts by. */
final class ProductCursor {

    private static final String SEPARATOR = "\u001f";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    private ProductCursor() {}

    static Cursor of(ListPlace place, ProductSort sort) {
        Object key =
                switch (sort) {
                    case NEWEST -> place.position();
                    case PRICE, PRICE_DESCENDING -> place.price();
                    case NAME -> place.name();
                };
        return Cursor.of(sort.text(), place.productId(), key);
    }

    /** Refuses a cursor of another order. */
    static ListPlace read(Cursor cursor, ProductSort sort) {
        if (!cursor.text(0).equals(sort.text())) {
            throw ProblemException.invalid(
                    "cursor", FieldError.Code.INVALID_VALUE, "belongs to the list in another order");
        }
        String productId = cursor.text(1);
        if (!ID.matcher(productId).matches()) {
            throw ProblemException.invalid("cursor", FieldError.Code.INVALID_FORMAT, "is not a cursor of this list");
        }
        return switch (sort) {
            case NEWEST -> new ListPlace(cursor.number(2), 0, "", productId);
            case PRICE, PRICE_DESCENDING -> new ListPlace(0, cursor.number(2), "", productId);
            case NAME -> new ListPlace(0, 0, name(cursor), productId);
        };
    }

    /** A name may have the character that separates the parts. */
    private static String name(Cursor cursor) {
        cursor.text(2);
        List<String> parts = cursor.parts();
        return String.join(SEPARATOR, parts.subList(2, parts.size()));
    }
}
