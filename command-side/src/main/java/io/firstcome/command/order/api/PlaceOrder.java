package io.firstcome.command.order.api;

import io.firstcome.events.Texts;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.product.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for pieces. Answered with {@code OrderPlaced}; refused with {@code ORDER_EXISTS} and {@code PRODUCT_NOT_FOUND}.
 *
 * <p>Whether the products exist is looked up before the command is sent, but the order refuses it: so the refusal is
 * stored under the client's key like any other, and a product that is created later does not change the outcome.
 *
 * @param lines 1 to {@value #MAX_LINES}, each of 1 to {@value #MAX_QUANTITY} pieces; lines of the same option become one, where
 *     the first of them stood
 * @param address not blank, at most {@value #MAX_ADDRESS_LENGTH} characters; null: none
 * @param unknownProduct one of the products that does not exist; null: all exist
 * @param holdExpiresAt when the order expires unless it is paid, later than {@code at}
 */
public record PlaceOrder(
        @TargetAggregateIdentifier OrderId orderId,
        UserId userId,
        List<OrderLine> lines,
        @Nullable String address,
        @Nullable ProductId unknownProduct,
        Instant holdExpiresAt,
        Instant at)
        implements OrderCommand {

    public static final int MAX_LINES = 100;
    public static final int MAX_QUANTITY = 10_000;
    public static final int MAX_ADDRESS_LENGTH = 500;

    public PlaceOrder {
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("an order has 1 to " + MAX_LINES + " lines");
        }
        if (lines.stream().anyMatch(line -> line.quantity() < 1 || line.quantity() > MAX_QUANTITY)) {
            throw new IllegalArgumentException("quantity is 1 to " + MAX_QUANTITY);
        }
        if (address != null && (address.isBlank() || Texts.length(address) > MAX_ADDRESS_LENGTH)) {
            throw new IllegalArgumentException(
                    "address is not blank and has at most " + MAX_ADDRESS_LENGTH + " characters");
        }
        if (!holdExpiresAt.isAfter(at)) {
            throw new IllegalArgumentException("holdExpiresAt is later than the order");
        }
        lines = merged(lines);
    }

    /** An order of products that all exist. */
    public PlaceOrder(
            OrderId orderId,
            UserId userId,
            List<OrderLine> lines,
            @Nullable String address,
            Instant holdExpiresAt,
            Instant at) {
        this(orderId, userId, lines, address, null, holdExpiresAt, at);
    }

    private static List<OrderLine> merged(List<OrderLine> lines) {
        Map<OrderLine, OrderLine> byOption = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            OrderLine option = new OrderLine(line.productId(), line.skuId(), 0, line.preOrder());
            byOption.merge(option, line, PlaceOrder::plus);
        }
        return List.copyOf(new ArrayList<>(byOption.values()));
    }

    private static OrderLine plus(OrderLine a, OrderLine b) {
        return new OrderLine(a.productId(), a.skuId(), a.quantity() + b.quantity(), a.preOrder());
    }
}
