package io.firstcome.command.product.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.product.api.ProductCommand.CreateProduct;
import io.firstcome.contract.ProductErrorCode;
import io.firstcome.contract.RejectionCode.Kind;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A product that makes no sense is no command. */
class CreateProductTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"-1,0", "1000000001,0", "0,-1", "0,100000001"})
    void givenNumberOutOfRange_whenAsked_thenNoCommand(long price, int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> skus(sku("1", null, price, quantity)));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1000000000,100000000"})
    void givenNumberAtItsBound_whenAsked_thenCommand(long price, int quantity) {
        assertThat(skus(sku("1", null, price, quantity)).aggregateId()).isEqualTo("product:1");
    }

    @Test
    void givenIdThatIsAPath_whenAsked_thenNoCommand() {
        assertThat(CreateProduct.RESERVED_IDS)
                .containsExactly("best-sellers")
                .allSatisfy(id -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new CreateProduct(
                                new ProductId(id),
                                "Mug",
                                null,
                                null,
                                List.of(),
                                List.of(sku("1", null, 1, 1)),
                                null,
                                null,
                                null,
                                NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void givenBlankText_whenAsked_thenNoCommand(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> texts(text, null, null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> texts("Mug", text, null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> texts("Mug", null, null, List.of(text)));
        assertThatIllegalArgumentException().isThrownBy(() -> skus(sku("1", text, 1, 1)));
    }

    @Test
    void givenTextsOfTheirGreatestLength_whenOneIsAdded_thenNoCommand() {
        String name = "n".repeat(CreateProduct.MAX_NAME_LENGTH);
        String category = "c".repeat(CreateProduct.MAX_CATEGORY_LENGTH);
        String description = "d".repeat(CreateProduct.MAX_DESCRIPTION_LENGTH);
        String image = "i".repeat(CreateProduct.MAX_IMAGE_LENGTH);
        List<String> images = Collections.nCopies(CreateProduct.MAX_IMAGES, image);

        assertThat(texts(name, category, description, images).images()).isEqualTo(images);
        assertThatIllegalArgumentException().isThrownBy(() -> texts(name + "n", category, description, images));
        assertThatIllegalArgumentException().isThrownBy(() -> texts(name, category + "c", description, images));
        assertThatIllegalArgumentException().isThrownBy(() -> texts(name, category, description + "d", images));
        assertThatIllegalArgumentException().isThrownBy(() -> texts(name, category, description, List.of(image + "i")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        texts(name, category, description, Collections.nCopies(CreateProduct.MAX_IMAGES + 1, "i")));
    }

    @Test
    void givenOptions_whenNoneOrTooManyOrTwoOfOneId_thenNoCommand() {
        assertThat(skus(options(CreateProduct.MAX_SKUS)).skus()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(CreateProductTest::skus);
        assertThatIllegalArgumentException().isThrownBy(() -> skus(options(CreateProduct.MAX_SKUS + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> skus(sku("a", "A", 1, 1), sku("a", "B", 2, 2)));
    }

    @Test
    void givenWindowThatEndsBeforeItBegins_whenAsked_thenNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(NOW, NOW, null));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(NOW, NOW.minusSeconds(1), null));
        assertThat(rules(NOW, NOW.plusSeconds(1), null).saleUntil()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void givenLimitOutOfRange_whenAsked_thenNoCommand() {
        assertThat(rules(null, null, 1).limitPerUser()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> rules(null, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(null, null, CreateProduct.MAX_LIMIT_PER_USER + 1));
    }

    /** Clients compare with these names: a name once published never changes. */
    @Test
    void givenPublishedCodes_whenListed_thenNamesAndKindsAreAsPublished() {
        assertThat(Arrays.stream(ProductErrorCode.values()).map(code -> code.kind() + " " + code.name()))
                .containsExactlyInAnyOrder(
                        Kind.NOT_FOUND + " PRODUCT_NOT_FOUND",
                        Kind.CONFLICT + " PRODUCT_EXISTS",
                        Kind.CONFLICT + " PRODUCT_WITHDRAWN");
        assertThat(ProductErrorCode.values())
                .allSatisfy(code -> assertThat(code.title()).isNotBlank().hasSizeLessThan(80));
    }

    private static SkuTerms sku(String id, @Nullable String name, long price, int quantity) {
        return new SkuTerms(new SkuId(id), name, price, quantity);
    }

    private static SkuTerms[] options(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> sku("o" + number, "Option", 1, 1))
                .toArray(SkuTerms[]::new);
    }

    private static CreateProduct skus(SkuTerms... skus) {
        return new CreateProduct(
                new ProductId("1"), "Mug", null, null, List.of(), List.of(skus), null, null, null, NOW);
    }

    private static CreateProduct texts(
            String name, @Nullable String category, @Nullable String description, List<String> images) {
        List<SkuTerms> skus = List.of(sku("1", null, 1, 1));
        return new CreateProduct(new ProductId("1"), name, category, description, images, skus, null, null, null, NOW);
    }

    private static CreateProduct rules(@Nullable Instant from, @Nullable Instant until, @Nullable Integer limit) {
        List<SkuTerms> skus = List.of(sku("1", null, 1, 1));
        return new CreateProduct(new ProductId("1"), "Mug", null, null, List.of(), skus, from, until, limit, NOW);
    }
}
