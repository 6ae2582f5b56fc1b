package io.firstcome.command.product.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.ProductErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.Texts;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuTerms;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one product. */
public sealed interface ProductCommand extends AggregateCommand {

    ProductId productId();

    @Override
    default String aggregateId() {
        return productId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return ProductErrorCode.PRODUCT_NOT_FOUND;
    }

    /**
     * Puts a product into the catalogue. Answered with {@code ProductCreated}; refused with {@code PRODUCT_EXISTS}.
     *
     * @param productId none of {@link #RESERVED_IDS}
     * @param name 1 to {@value #MAX_NAME_LENGTH} characters, not blank; that of an option too
     * @param category at most {@value #MAX_CATEGORY_LENGTH} characters, not blank
     * @param description at most {@value #MAX_DESCRIPTION_LENGTH} characters
     * @param images at most {@value #MAX_IMAGES} addresses of at most {@value #MAX_IMAGE_LENGTH} characters
     * @param skus 1 to {@value #MAX_SKUS}, of different ids; a price is 0 to {@value #MAX_PRICE}, a quantity 0 to
     *     {@value #MAX_QUANTITY}
     * @param saleFrom the first instant of the sale; null: at once
     * @param saleUntil the first instant after it, later than {@code saleFrom}; null: no end
     * @param limitPerUser 1 to {@value #MAX_LIMIT_PER_USER}; null: no limit
     * @param at when it was asked for
     */
    record CreateProduct(
            @TargetAggregateIdentifier ProductId productId,
            String name,
            @Nullable String category,
            @Nullable String description,
            List<String> images,
            List<SkuTerms> skus,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            @Nullable Integer limitPerUser,
            Instant at)
            implements ProductCommand {

        /** In the API's paths they stand where a product's id does: {@code /product/best-sellers}. */
        public static final Set<String> RESERVED_IDS = Set.of("best-sellers");

        public static final int MAX_NAME_LENGTH = 200;
        public static final int MAX_CATEGORY_LENGTH = 100;
        public static final int MAX_DESCRIPTION_LENGTH = 10_000;
        public static final int MAX_IMAGES = 20;
        public static final int MAX_IMAGE_LENGTH = 1_000;
        public static final int MAX_SKUS = 100;
        public static final long MAX_PRICE = 1_000_000_000;
        public static final int MAX_QUANTITY = 100_000_000;
        public static final int MAX_LIMIT_PER_USER = 1_000_000;

        public CreateProduct {
            images = List.copyOf(images);
            skus = List.copyOf(skus);
            require(!RESERVED_IDS.contains(productId.value()), "productId is a word of the API's paths");
            requireText("name", name, MAX_NAME_LENGTH);
            if (category != null) {
                requireText("category", category, MAX_CATEGORY_LENGTH);
            }
            require(
                    description == null || Texts.length(description) <= MAX_DESCRIPTION_LENGTH,
                    "description has at most " + MAX_DESCRIPTION_LENGTH + " characters");
            require(images.size() <= MAX_IMAGES, "images are at most " + MAX_IMAGES);
            images.forEach(image -> requireText("image", image, MAX_IMAGE_LENGTH));
            require(!skus.isEmpty() && skus.size() <= MAX_SKUS, "skus are 1 to " + MAX_SKUS);
            Set<String> ids = new HashSet<>();
            skus.forEach(sku -> require(ids.add(sku.skuId().value()), "skus have different ids"));
            skus.forEach(CreateProduct::requireValid);
            require(
                    saleFrom == null || saleUntil == null || saleFrom.isBefore(saleUntil),
                    "saleUntil is later than saleFrom");
            require(
                    limitPerUser == null || (limitPerUser >= 1 && limitPerUser <= MAX_LIMIT_PER_USER),
                    "limitPerUser is 1 to " + MAX_LIMIT_PER_USER);
        }

        private static void requireValid(SkuTerms sku) {
            if (sku.name() != null) {
                requireText("name", sku.name(), MAX_NAME_LENGTH);
            }
            require(sku.price() >= 0 && sku.price() <= MAX_PRICE, "price is 0 to " + MAX_PRICE);
            require(sku.quantity() >= 0 && sku.quantity() <= MAX_QUANTITY, "quantity is 0 to " + MAX_QUANTITY);
        }

        private static void requireText(String what, String text, int maxLength) {
            require(
                    !text.isBlank() && Texts.length(text) <= maxLength,
                    what + " is not blank and has at most " + maxLength + " characters");
        }

        private static void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException(rule);
            }
        }
    }

    /**
     * Takes a product off sale for good. Answered with {@code ProductWithdrawn}; refused with {@code PRODUCT_WITHDRAWN}.
     */
    record WithdrawProduct(@TargetAggregateIdentifier ProductId productId, Instant at) implements ProductCommand {}
}
