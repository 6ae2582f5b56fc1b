package io.firstcome.query.stock.rest;

import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.query.stock.api.StockView;
import io.firstcome.web.fastpath.FastPathAnswer;
import io.firstcome.web.fastpath.FastPathAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@link StockQueryController} answers, for those stocks that are in memory. */
@Component
class StockAnswers implements FastPathAnswers {

    private final NearViews<StockView> stocks;

    StockAnswers(NearViews<StockView> stocks) {
        this.stocks = stocks;
    }

    @Override
    public String pattern() {
        return "/api/v1/product/{productId}/stock";
    }

    @Override
    public @Nullable FastPathAnswer find(String id) {
        NearView<StockView> near = stocks.find(id);
        return near == null ? null : near.made(view -> FastPathAnswer.of(StockViewResponse.of(view), view.version()));
    }
}
