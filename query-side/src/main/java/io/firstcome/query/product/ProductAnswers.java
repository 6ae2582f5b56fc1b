package io.firstcome.query.product;

import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.web.fastpath.FastPathAnswer;
import io.firstcome.web.fastpath.FastPathAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@link ProductQueryController} answers about one product, for those that are in memory. */
@Component
class ProductAnswers implements FastPathAnswers {

    private final NearViews<ProductView> products;

    ProductAnswers(NearViews<ProductView> products) {
        this.products = products;
    }

    @Override
    public String pattern() {
        return "/api/v1/product/{productId}";
    }

    @Override
    public @Nullable FastPathAnswer find(String id) {
        NearView<ProductView> near = products.find(id);
        return near == null ? null : near.made(view -> FastPathAnswer.of(view, view.version()));
    }
}
