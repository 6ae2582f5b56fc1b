package io.firstcome.query.stock;

import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.web.fastpath.FastPathAnswer;
import io.firstcome.web.fastpath.FastPathAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@link StockQueryController} answers, for those stocks that are in memory. */
@Component
class StockAnswers implements FastPathAnswers {

    private final NearViews<StockState> stocks;

    StockAnswers(NearViews<StockState> stocks) {
        this.stocks = stocks;
    }

    @Override
    public String pattern() {
        return "/api/v1/product/{productId}/stock";
    }

    @Override
    public @Nullable FastPathAnswer find(String id) {
        NearView<StockState> near = stocks.find(id);
        return near == null ? null : near.made(stock -> FastPathAnswer.of(StockView.of(stock), stock.version()));
    }
}
