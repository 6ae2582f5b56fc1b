package io.firstcome.query.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of a product.
 *
 * @param onHand what is available and what is held together
 * @param held reserved for orders that are not paid
 * @param sold paid, less what came back
 * @param options each by itself, when there are several
 * @param preOrder of the only option, if there ever was one
 * @param version of the stock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockViewResponse", example = """
                {"productId": "1", "onHand": 97, "held": 5, "available": 92, "sold": 3, "version": 11,
                 "options": [{"skuId": "1-red", "onHand": 50, "held": 5, "available": 45, "sold": 0},
                 {"skuId": "1-gold", "onHand": 47, "held": 0, "available": 47, "sold": 3,
                 "preOrder": {"onHand": 10, "held": 1, "available": 9, "sold": 0, "from": "2026-11-01T09:00:00Z",
                 "until": "2026-11-10T09:00:00Z", "cancelled": false}}]}""")
record StockView(
        String productId,
        long onHand,
        long held,
        long available,
        long sold,
        @Nullable List<Option> options,
        @Nullable PreOrder preOrder,
        long version) {

    /** One option, with its pre-order if there ever was one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockOfOption")
    record Option(
            String skuId,
            long onHand,
            long held,
            long available,
            long sold,
            @Nullable PreOrder preOrder) {

        private static Option of(StockState.Option option) {
            StockCounts pieces = option.pieces();
            return new Option(
                    option.skuId(),
                    pieces.onHand(),
                    pieces.held(),
                    pieces.available(),
                    pieces.sold(),
                    PreOrder.of(option.preOrder()));
        }
    }

    /**
     * What is pre-ordered, apart from the normal stock.
     *
     * @param cancelled whether an operator has ended it: nothing more can be pre-ordered
     */
    @Schema(name = "StockOfPreOrder")
    record PreOrder(long onHand, long held, long available, long sold, Instant from, Instant until, boolean cancelled) {

        private static @Nullable PreOrder of(StockState.@Nullable PreOrder preOrder) {
            if (preOrder == null) {
                return null;
            }
            StockCounts pieces = preOrder.pieces();
            return new PreOrder(
                    pieces.onHand(),
                    pieces.held(),
                    pieces.available(),
                    pieces.sold(),
                    preOrder.from(),
                    preOrder.until(),
                    preOrder.cancelled());
        }
    }

    static StockView of(StockState stock) {
        StockCounts total = stock.total();
        boolean several = stock.options().size() > 1;
        return new StockView(
                stock.id(),
                total.onHand(),
                total.held(),
                total.available(),
                total.sold(),
                several ? stock.options().stream().map(Option::of).toList() : null,
                several ? null : PreOrder.of(stock.options().getFirst().preOrder()),
                stock.version());
    }
}
