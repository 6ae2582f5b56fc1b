package io.firstcome.query.product.api;

import java.util.Arrays;
import java.util.Optional;

/** In what order products are listed. Those that are alike are ordered by their ids. */
public enum ProductSort {
    /** The newest first. */
    NEWEST("newest"),
    /** The cheapest first, by the least price of their options. */
    PRICE("price"),
    /** The dearest first. */
    PRICE_DESCENDING("-price"),
    /** By name, without regard to case. */
    NAME("name");

    private final String text;

    ProductSort(String text) {
        this.text = text;
    }

    /** How the API calls it. */
    public String text() {
        return text;
    }

    /** The order that the API calls so. */
    public static Optional<ProductSort> of(String text) {
        return Arrays.stream(values()).filter(sort -> sort.text.equals(text)).findFirst();
    }
}
