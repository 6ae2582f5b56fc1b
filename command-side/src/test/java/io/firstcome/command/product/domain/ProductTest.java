package io.firstcome.command.product.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.product.api.ProductCommand.CreateProduct;
import io.firstcome.command.product.api.ProductCommand.WithdrawProduct;
import io.firstcome.contract.ProductErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final ProductId ID = new ProductId("mug");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<SkuTerms> SKUS = List.of(
            new SkuTerms(new SkuId("blue"), "Blue", 12_500, 0), new SkuTerms(new SkuId("red"), "Red", 12_000, 5));
    private static final CreateProduct CREATE = new CreateProduct(
            ID, "Mug", "kitchen", "For tea", List.of("https://x.test/1.jpg"), SKUS, NOW, NOW.plusSeconds(60), 2, NOW);
    private static final ProductCreated CREATED = new ProductCreated(
            ID,
            "Mug",
            12_000,
            "kitchen",
            "For tea",
            List.of("https://x.test/1.jpg"),
            SKUS,
            NOW,
            NOW.plusSeconds(60),
            2,
            NOW);
    private static final WithdrawProduct WITHDRAW = new WithdrawProduct(ID, NOW);
    private static final ProductWithdrawn WITHDRAWN = new ProductWithdrawn(ID, NOW);

    private final FixtureConfiguration<Product> fixture = new AggregateTestFixture<>(Product.class);

    @Test
    void givenNothing_whenCreated_thenTheEventSaysAllAndTheLeastPrice() {
        fixture.givenNoPriorActivity()
                .when(CREATE)
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(CREATED)
                .expectEvents(CREATED);
    }

    @Test
    void givenNothing_whenCreatedWithTheLeast_thenTheRestIsAbsent() {
        List<SkuTerms> only = List.of(new SkuTerms(new SkuId("mug"), null, 0, 0));

        fixture.givenNoPriorActivity()
                .when(new CreateProduct(ID, "Mug", null, null, List.of(), only, null, null, null, NOW))
                .expectEvents(new ProductCreated(ID, "Mug", 0, null, null, List.of(), only, null, null, null, NOW));
    }

    @Test
    void givenProduct_whenCreatedAgain_thenItExists() {
        fixture.given(CREATED).when(CREATE).expectNoEvents().expectException(refusal(ProductErrorCode.PRODUCT_EXISTS));
        fixture.given(CREATED, WITHDRAWN)
                .when(CREATE)
                .expectNoEvents()
                .expectException(refusal(ProductErrorCode.PRODUCT_EXISTS));
    }

    @Test
    void givenProduct_whenWithdrawn_thenItIsOnce() {
        fixture.given(CREATED)
                .when(WITHDRAW)
                .expectResultMessagePayload(WITHDRAWN)
                .expectEvents(WITHDRAWN);
        fixture.given(CREATED, WITHDRAWN)
                .when(WITHDRAW)
                .expectNoEvents()
                .expectException(refusal(ProductErrorCode.PRODUCT_WITHDRAWN));
    }

    @Test
    void givenNothing_whenWithdrawn_thenItIsUnknown() {
        fixture.givenNoPriorActivity().when(WITHDRAW).expectException(AggregateNotFoundException.class);
    }

    /** The approved JSON: a snapshot that was stored is read by later versions. */
    @Test
    void givenProduct_whenStoredAndRead_thenItsJsonIsAsApproved() {
        Serializer serializer = Serializers.forSnapshots(List.of());
        Product product = new Product();
        product.on(CREATED);
        product.on(WITHDRAWN);
        SerializedObject<String> stored = serializer.serialize(product, String.class);

        assertThat(stored.getData()).isEqualTo("{\"productId\":\"mug\",\"withdrawn\":true}");
        assertThat(stored.getType().getName()).isEqualTo("io.firstcome.command.product.domain.Product");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(serializer.<String, Product>deserialize(
                        new SimpleSerializedObject<>(stored.getData(), String.class, stored.getType())))
                .usingRecursiveComparison()
                .isEqualTo(product);
    }

    private static Matcher<Throwable> refusal(ProductErrorCode code) {
        return Matchers.matches(thrown -> thrown instanceof RejectedException rejection && rejection.code() == code);
    }
}
