package io.firstcome.command.product.api;

import io.firstcome.events.product.ProductId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a product off sale for good. Answered with {@code ProductWithdrawn}; refused with {@code PRODUCT_WITHDRAWN}.
 */
public record WithdrawProduct(@TargetAggregateIdentifier ProductId productId, Instant at) implements ProductCommand {}
