package io.firstcome.command.order.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.firstcome.events.product.ProductId;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

class StoredProductsTest {

    private static final ProductId MUG = new ProductId("mug");

    private final EventStore events = mock(EventStore.class);
    private final Products products = new StoredProducts(events);

    @Test
    void givenStockWithEvents_whenAsked_thenItExistsAndIsAskedForOnce() {
        when(events.lastSequenceNumberFor("stock:mug")).thenReturn(Optional.of(0L));

        assertThat(products.exist(MUG)).isTrue();
        assertThat(products.exist(MUG)).isTrue();
        verify(events, times(1)).lastSequenceNumberFor("stock:mug");
    }

    @Test
    void givenNoStock_whenItIsOpenedLater_thenTheNextQuestionFindsIt() {
        when(events.lastSequenceNumberFor("stock:mug"))
                .thenReturn(Optional.empty())
                .thenReturn(Optional.of(0L));

        assertThat(products.exist(MUG)).isFalse();
        assertThat(products.exist(MUG)).isTrue();
    }
}
