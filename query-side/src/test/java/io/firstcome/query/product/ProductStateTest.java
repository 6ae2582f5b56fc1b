package io.firstcome.query.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.query.ProductTestData;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ProductStateTest {

    private static final Instant FROM = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-20T10:00:00Z");

    private final ProductTestData goods = new ProductTestData("1", "a", "b");
    private final ProductState created = ProductState.after(
            null,
            (ProductEvent)
                    goods.created("Mug: ü€😀", 12_000, "kitchen", FROM, UNTIL).getPayload(),
            0);
    private final ProductState withdrawn =
            ProductState.after(created, (ProductEvent) goods.withdrawn().getPayload(), 1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59.999999Z, SCHEDULED",
        "2026-11-20T09:00:00Z,        ON_SALE",
        "2026-11-20T09:59:59.999999Z, ON_SALE",
        "2026-11-20T10:00:00Z,        ENDED"
    })
    void givenAWindow_whenTheClockIsThere_thenTheStatusFollowsUnlessItIsWithdrawn(
            Instant now, ProductView.Status expected) {
        assertThat(created.view(now).status()).isEqualTo(expected);
        assertThat(withdrawn.view(now).status()).isEqualTo(ProductView.Status.WITHDRAWN);
    }

    @Test
    void givenNoWindow_whenAsked_thenItIsOnSale() {
        ProductState always = ProductState.after(
                null, (ProductEvent) new ProductTestData("2").created().getPayload(), 0);

        assertThat(always.view(Instant.MIN).status()).isEqualTo(ProductView.Status.ON_SALE);
        assertThat(always.view(Instant.MAX).status()).isEqualTo(ProductView.Status.ON_SALE);
        assertThat(always.terms().options())
                .singleElement()
                .satisfies(option -> assertThat(option.skuId()).isEqualTo("2"));
    }

    @Test
    void givenAState_whenItIsJson_thenItComesBackTheSame() {
        JsonMapper json = JsonMapper.shared();

        assertThat(json.readValue(json.writeValueAsString(created), ProductState.class))
                .isEqualTo(created);
        assertThat(json.readValue(json.writeValueAsString(withdrawn), ProductState.class))
                .isEqualTo(withdrawn);
        assertThat(withdrawn.withdrawnAt()).isEqualTo(ProductTestData.AT.plusSeconds(60));
    }

    @Test
    void givenNoProduct_whenItIsWithdrawn_thenThatCannotBe() {
        assertThatThrownBy(() -> ProductState.after(
                        null,
                        (ProductEvent) new ProductTestData("3").withdrawn().getPayload(),
                        0))
                .isInstanceOf(IllegalStateException.class);
    }
}
