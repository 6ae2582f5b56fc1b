package io.firstcome.command.product.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.command.Checked;
import io.firstcome.command.product.api.ProductCommand.CreateProduct;
import io.firstcome.command.product.rest.CreateProductRequest.OptionRequest;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateProductRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void givenLeastBody_whenRead_thenTheProductIsItsOnlyOption() {
        CreateProduct command = request(null, 7, null, null, null).toCommand(NOW);

        assertThat(UUID.fromString(command.productId().value())).isNotNull();
        assertThat(command)
                .isEqualTo(new CreateProduct(
                        command.productId(),
                        "Mug",
                        null,
                        null,
                        List.of(),
                        List.of(new SkuTerms(new SkuId(command.productId().value()), null, 12_000, 7)),
                        null,
                        null,
                        null,
                        NOW));
        assertThat(request(null, 7, null, null, null).toCommand(NOW).productId())
                .isNotEqualTo(command.productId());
    }

    /** As generated clients send it when nothing was put into the list. */
    @Test
    void givenEmptyOptions_whenRead_thenTheProductIsItsOnlyOption() {
        CreateProduct command = request("mug", 7, List.of(), null, null).toCommand(NOW);

        assertThat(command.skus()).containsExactly(new SkuTerms(new SkuId("mug"), null, 12_000, 7));
    }

    @Test
    void givenWholeBody_whenRead_thenAllOfItIsTaken() {
        CreateProduct command = new CreateProductRequest(
                        "mug",
                        "Mug",
                        12_000L,
                        null,
                        "kitchen",
                        "For tea",
                        List.of("https://x.test/1.jpg"),
                        List.of(new OptionRequest("red", "Red", null, 5), new OptionRequest("blue", "Blue", 0L, 0)),
                        NOW,
                        NOW.plusSeconds(1),
                        2)
                .toCommand(NOW);

        assertThat(command)
                .isEqualTo(new CreateProduct(
                        new ProductId("mug"),
                        "Mug",
                        "kitchen",
                        "For tea",
                        List.of("https://x.test/1.jpg"),
                        List.of(
                                new SkuTerms(new SkuId("red"), "Red", 12_000, 5),
                                new SkuTerms(new SkuId("blue"), "Blue", 0, 0)),
                        NOW,
                        NOW.plusSeconds(1),
                        2,
                        NOW));
    }

    /** {@code GET /product/best-sellers} is the list of best sellers. */
    @Test
    void givenIdThatIsAPath_whenRead_thenTheIdIsInvalid() {
        expectInvalid(request("best-sellers", 1, null, null, null), "productId", FieldError.Code.INVALID_VALUE);
        assertThat(request("Best-Sellers", 1, null, null, null).toCommand(NOW).productId())
                .isEqualTo(new ProductId("Best-Sellers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000", "\u2003\n\u00a0"})
    void givenCategoryOfWhiteSpace_whenChecked_thenItIsInvalid(String category) {
        CreateProductRequest request =
                new CreateProductRequest("mug", "Mug", 1L, 1, category, null, null, null, null, null, null);

        assertThat(Checked.fields(request)).containsExactly("category");
    }

    @Test
    void givenWindowThatEndsAsItBegins_whenRead_thenItsEndIsOutOfRange() {
        expectInvalid(request("mug", 1, null, NOW, NOW), "saleUntil", FieldError.Code.OUT_OF_RANGE);
    }

    @Test
    void givenNeitherStockNorOptions_whenRead_thenTheStockIsMissing() {
        expectInvalid(request("mug", null, null, null, null), "stock", FieldError.Code.REQUIRED);
    }

    @Test
    void givenStockAndOptions_whenRead_thenTheStockIsInvalid() {
        List<OptionRequest> options = List.of(new OptionRequest("red", "Red", null, 5));

        expectInvalid(request("mug", 1, options, null, null), "stock", FieldError.Code.INVALID_VALUE);
    }

    @Test
    void givenTwoOptionsOfOneId_whenRead_thenTheSecondIsInvalid() {
        List<OptionRequest> options = List.of(
                new OptionRequest("red", "Red", null, 5),
                new OptionRequest("blue", "Blue", null, 5),
                new OptionRequest("red", "Other red", null, 5));

        expectInvalid(request("mug", null, options, null, null), "options[2].skuId", FieldError.Code.INVALID_VALUE);
    }

    private static void expectInvalid(CreateProductRequest request, String field, FieldError.Code code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> request.toCommand(NOW))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .matches(error -> error.field().equals(field) && error.code() == code));
    }

    private static CreateProductRequest request(
            @Nullable String id,
            @Nullable Integer stock,
            @Nullable List<OptionRequest> options,
            @Nullable Instant from,
            @Nullable Instant until) {
        return new CreateProductRequest(id, "Mug", 12_000L, stock, null, null, null, options, from, until, null);
    }
}
