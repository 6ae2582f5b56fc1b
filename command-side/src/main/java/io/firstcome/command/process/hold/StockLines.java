package io.firstcome.command.process.hold;

import io.firstcome.events.order.OrderLine;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an order as the stocks know them. */
public final class StockLines {

    private StockLines() {}

    /** The lines of each stock, in the order of the lines. */
    public static Map<StockId, List<StockLine>> byStock(List<OrderLine> lines) {
        Map<StockId, List<StockLine>> byStock = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            byStock.computeIfAbsent(StockId.of(line.productId()), stock -> new ArrayList<>())
                    .add(new StockLine(line.skuId(), line.quantity(), line.preOrder()));
        }
        return byStock;
    }
}
