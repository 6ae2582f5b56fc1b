package io.firstcome.query.product;

import io.firstcome.query.product.ProductQuery.Place;
import io.firstcome.query.product.ProductQuery.Sort;
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

    static Cursor of(Place place, Sort sort) {
        return Cursor.of(sort.text(), place.productId(), ProductList.key(sort, place));
    }

    /** Refuses a cursor of another order. */
    static Place read(Cursor cursor, Sort sort) {
        if (!cursor.text(0).equals(sort.text())) {
            throw ProblemException.invalid(
                    "cursor", FieldError.Code.INVALID_VALUE, "belongs to the list in another order");
        }
        String productId = cursor.text(1);
        if (!ID.matcher(productId).matches()) {
            throw ProblemException.invalid("cursor", FieldError.Code.INVALID_FORMAT, "is not a cursor of this list");
        }
        return switch (sort) {
            case NEWEST -> new Place(cursor.number(2), 0, "", productId);
            case PRICE, PRICE_DESCENDING -> new Place(0, cursor.number(2), "", productId);
            case NAME -> new Place(0, 0, name(cursor), productId);
        };
    }

    /** A name may have the character that separates the parts. */
    private static String name(Cursor cursor) {
        cursor.text(2);
        List<String> parts = cursor.parts();
        return String.join(SEPARATOR, parts.subList(2, parts.size()));
    }
}
