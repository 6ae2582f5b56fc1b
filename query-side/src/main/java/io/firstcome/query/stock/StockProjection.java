package io.firstcome.query.stock;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps tables {@code stock_view} and {@code stock_option_view}. */
@Component
@ProcessingGroup(StockProjection.GROUP)
class StockProjection extends FoldingProjection<String, StockEvent, StockRow> {

    static final String GROUP = "stock";
    static final ViewTable<StockRow> STOCKS = ViewTable.of("stock_view", StockRow.class);
    static final ViewTable<StockRow.Option> OPTIONS =
            ViewTable.of("stock_option_view", StockRow.Option.class).keyedBy(2);

    private final StockRows rows;

    StockProjection(ViewFrame frame, StockRows rows) {
        super(frame, ViewEvents.of(StockId.TYPE).replaying(StockId.TYPE), STOCKS, OPTIONS);
        this.rows = rows;
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message) {
        add(event.stockId().value(), event, message);
    }

    @Override
    protected List<StockRow> lock(Collection<String> productIds) {
        return rows.lock(productIds);
    }

    @Override
    protected StockRow after(@Nullable StockRow row, StockEvent event, EventPosition at) {
        return new StockRow(StockFold.after(row == null ? null : row.state, event, at.version()), at.position());
    }

    /**
     * The state is read from the rows of the options, so they and the position must fit: the options of a part go into
     * one statement, and none of them is written when the database refuses one.
     */
    @Override
    protected void writeRows(Collection<StockRow> changed) {
        List<StockRow> part = new ArrayList<>();
        int options = 0;
        for (StockRow stock : changed) {
            int more = stock.state.options().size();
            if (options + more > ViewTable.ROWS_OF_A_STATEMENT) {
                super.writeRows(part);
                part.clear();
                options = 0;
            }
            part.add(stock);
            options += more;
        }
        super.writeRows(part);
    }
}
