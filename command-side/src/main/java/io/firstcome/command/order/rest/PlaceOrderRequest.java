package io.firstcome.command.order.rest;

import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.web.json.NotOnlySpace;
import io.firstcome.web.json.OpaqueId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /order}. */
@Schema(example = "{\"userId\": 1, \"items\": [{\"productId\": 1, \"quantity\": 2}]}")
record PlaceOrderRequest(
        @NotNull @OpaqueId String userId,

        @Schema(description = "Lines of the same option count together")
        @NotEmpty
        @Size(min = 1, max = PlaceOrder.MAX_LINES)
        List<@NotNull @Valid ItemRequest> items,

        @Schema(description = "Where to send it", example = "1 Tea Lane")
        @Size(max = PlaceOrder.MAX_ADDRESS_LENGTH)
        @NotOnlySpace
        @Nullable
        String address) {

    /** @param skuId absent: the product has no options */
    record ItemRequest(
            @NotNull @OpaqueId String productId,
            @NotNull @Min(1) @Max(PlaceOrder.MAX_QUANTITY) Integer quantity,

            @Schema(description = "The option; absent: the product has only one", example = "1") @OpaqueId @Nullable
            String skuId,

            @Schema(description = "Take it from the pre-order quantity", defaultValue = "false") @Nullable
            Boolean preOrder) {

        private OrderLine toLine() {
            return new OrderLine(
                    new ProductId(productId),
                    new SkuId(Objects.requireNonNullElse(skuId, productId)),
                    quantity,
                    Boolean.TRUE.equals(preOrder));
        }
    }

    List<ProductId> products() {
        return items.stream()
                .map(ItemRequest::productId)
                .distinct()
                .map(ProductId::new)
                .toList();
    }

    /** @param unknown one of the products that does not exist; null: all exist */
    PlaceOrder toCommand(OrderId orderId, @Nullable ProductId unknown, Duration hold, Instant at) {
        List<OrderLine> lines = items.stream().map(ItemRequest::toLine).toList();
        return new PlaceOrder(orderId, new UserId(userId), lines, address, unknown, at.plus(hold), null, at);
    }
}
