package io.firstcome.command.product.rest;

import io.firstcome.command.product.api.ProductCommand.CreateProduct;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import io.firstcome.web.json.NotOnlySpace;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /product}. */
@Schema(example = """
                {"productId": "mug-1", "name": "Mug", "price": 12000, "stock": 100, "category": "kitchen",
                 "limitPerUser": 2}""")
record CreateProductRequest(
        @Schema(description = "Chosen by the caller, or made by the server; not best-sellers, which is a path")
        @OpaqueId
        @Nullable
        String productId,

        @NotBlank @Size(max = CreateProduct.MAX_NAME_LENGTH) String name,

        @Schema(description = "Of one piece, in the smallest unit; of an option that names none, too")
        @NotNull
        @Min(0)
        @Max(CreateProduct.MAX_PRICE)
        Long price,

        @Schema(description = "Pieces from the start; absent when there are options, which have their own")
        @Min(0)
        @Max(CreateProduct.MAX_QUANTITY)
        @Nullable
        Integer stock,

        @NotOnlySpace @Size(max = CreateProduct.MAX_CATEGORY_LENGTH) @Nullable
        String category,

        @Size(max = CreateProduct.MAX_DESCRIPTION_LENGTH) @Nullable
        String description,

        @Schema(description = "Addresses of pictures") @Size(max = CreateProduct.MAX_IMAGES) @Nullable
        List<
                        @NotNull @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
                        @Size(max = CreateProduct.MAX_IMAGE_LENGTH) String>
                images,

        @Schema(description = "What can be chosen from; absent or empty: the product is its only option")
        @Size(max = CreateProduct.MAX_SKUS)
        @Nullable
        List<@NotNull @Valid OptionRequest> options,

        @Schema(description = "The first instant of the sale; absent: at once") @Nullable
        Instant saleFrom,

        @Schema(description = "The first instant after it; absent: no end") @Nullable
        Instant saleUntil,

        @Schema(description = "How many pieces of all options one user may have; absent: no limit")
        @Min(1)
        @Max(CreateProduct.MAX_LIMIT_PER_USER)
        @Nullable
        Integer limitPerUser) {

    /** @param price absent: that of the product */
    record OptionRequest(
            @NotNull @OpaqueId String skuId,

            @NotBlank @Size(max = CreateProduct.MAX_NAME_LENGTH)
            String name,

            @Min(0) @Max(CreateProduct.MAX_PRICE) @Nullable Long price,

            @NotNull @Min(0) @Max(CreateProduct.MAX_QUANTITY)
            Integer stock) {}

    CreateProduct toCommand(Instant at) {
        if (productId != null && CreateProduct.RESERVED_IDS.contains(productId)) {
            throw ProblemException.invalid(
                    "productId", FieldError.Code.INVALID_VALUE, "is a word of the API's paths: choose another");
        }
        if (saleFrom != null && saleUntil != null && !saleFrom.isBefore(saleUntil)) {
            throw ProblemException.invalid("saleUntil", FieldError.Code.OUT_OF_RANGE, "must be later than saleFrom");
        }
        ProductId id = new ProductId(productId == null ? UUID.randomUUID().toString() : productId);
        return new CreateProduct(
                id,
                name,
                category,
                description,
                Objects.requireNonNullElse(images, List.of()),
                options == null || options.isEmpty() ? List.of(onlyOption(id)) : skusOf(options),
                saleFrom,
                saleUntil,
                limitPerUser,
                at);
    }

    private SkuTerms onlyOption(ProductId id) {
        if (stock == null) {
            throw ProblemException.invalid(
                    "stock", FieldError.Code.REQUIRED, "must be given when there are no options");
        }
        return new SkuTerms(new SkuId(id.value()), null, price, stock);
    }

    private List<SkuTerms> skusOf(List<OptionRequest> choices) {
        if (stock != null) {
            throw ProblemException.invalid(
                    "stock", FieldError.Code.INVALID_VALUE, "must be absent when there are options: each has its own");
        }
        Set<String> ids = new HashSet<>();
        IntStream.range(0, choices.size())
                .filter(index -> !ids.add(choices.get(index).skuId()))
                .findFirst()
                .ifPresent(index -> {
                    throw ProblemException.invalid(
                            "options[" + index + "].skuId", FieldError.Code.INVALID_VALUE, "is that of another option");
                });
        return choices.stream()
                .map(option -> new SkuTerms(
                        new SkuId(option.skuId()),
                        option.name(),
                        Objects.requireNonNullElse(option.price(), price),
                        option.stock()))
                .toList();
    }
}
