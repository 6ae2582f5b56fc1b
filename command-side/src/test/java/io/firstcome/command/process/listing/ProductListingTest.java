package io.firstcome.command.process.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class ProductListingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final ProductCreated CREATED = new ProductCreated(
            new ProductId("mug"),
            "Mug",
            12_000,
            null,
            null,
            List.of(),
            List.of(
                    new SkuTerms(new SkuId("red"), "Red", 12_000, 5),
                    new SkuTerms(new SkuId("blue"), "Blue", 12_500, 0)),
            NOW,
            NOW.plusSeconds(60),
            2,
            NOW);

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final AnnotationEventHandlerAdapter processor =
            new AnnotationEventHandlerAdapter(new ProductListing(sent::add));

    @Test
    void givenProduct_whenCreated_thenItsStockIsOpenedAsTheProductSays() throws Exception {
        processor.handle(GenericEventMessage.asEventMessage(CREATED));

        assertThat(sent)
                .containsExactly(new OpenStock(
                        new StockId("mug"),
                        List.of(new Offer(new SkuId("red"), 12_000, 5), new Offer(new SkuId("blue"), 12_500, 0)),
                        NOW,
                        NOW.plusSeconds(60),
                        2,
                        NOW));
    }

    @Test
    void givenProduct_whenWithdrawn_thenItsSaleIsClosed() throws Exception {
        processor.handle(GenericEventMessage.asEventMessage(new ProductWithdrawn(new ProductId("mug"), NOW)));

        assertThat(sent).containsExactly(new CloseSale(new StockId("mug"), NOW));
    }

    /** Events come at least once; the stock takes the second command for nothing. */
    @Test
    void givenSameEventTwice_whenHandled_thenTheSameCommandIsSaidAgain() throws Exception {
        processor.handle(GenericEventMessage.asEventMessage(CREATED));
        processor.handle(GenericEventMessage.asEventMessage(CREATED));

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).isEqualTo(sent.get(1));
    }

    @Test
    void givenClass_whenLookedAt_thenItsGroupIsNamedAndItIsNeverReplayed() {
        assertThat(ProductListing.class.getAnnotation(ProcessingGroup.class).value())
                .isEqualTo("product-listing");
        assertThat(ProductListing.class).hasAnnotation(DisallowReplay.class);
    }
}
