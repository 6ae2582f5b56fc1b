package io.firstcome.query.bestseller;

/** What can be asked about best sellers. */
public sealed interface BestSellerQuery {

    /**
     * Asks for the products that sold most, the best first; answered by a list of {@link BestSeller}, which may be a
     * second old.
     *
     * @param limit how many at most, 1 to 100
     */
    record FindBestSellers(BestSellerPeriod period, int limit) implements BestSellerQuery {}
}
