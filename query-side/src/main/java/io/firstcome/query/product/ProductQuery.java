package io.firstcome.query.product;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked about products. */
public sealed interface ProductQuery {

    /**
     * Asks for one product; answered by an optional {@link ProductView}.
     *
     * <p>Fails when the version asked for is not there in time.
     *
     * @param productId the bare id
     * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
     */
    record FindProduct(String productId, @Nullable Long minVersion) implements ProductQuery {}

    /**
     * Asks for the products that are not withdrawn; answered by a list of {@link ProductItem}.
     *
     * @param category only those of exactly this category; null: all
     * @param after only those behind this place of the same order; null: from the beginning
     * @param limit how many at most, 1 or more
     */
    record FindProducts(
            @Nullable String category, Sort sort, @Nullable Place after, int limit) implements ProductQuery {}

    /** In what order products are listed. Those that are alike are ordered by their ids. */
    enum Sort {
        /** The newest first. */
        NEWEST("newest"),
        /** The cheapest first, by the least price of their options. */
        PRICE("price"),
        /** The dearest first. */
        PRICE_DESCENDING("-price"),
        /** By name, without regard to case. */
        NAME("name");

        private final String text;

        Sort(String text) {
            this.text = text;
        }

        /** How the API calls it. */
        public String text() {
            return text;
        }

        /** The order that the API calls so. */
        public static Optional<Sort> of(String text) {
            return Arrays.stream(values())
                    .filter(sort -> sort.text.equals(text))
                    .findFirst();
        }
    }

    /**
     * The place of a product in the list, in every order.
     *
     * @param position of the event that created it: newer is greater
     */
    record Place(long position, long price, String name, String productId) {}
}
