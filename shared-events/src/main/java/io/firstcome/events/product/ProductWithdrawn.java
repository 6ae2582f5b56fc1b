package io.firstcome.events.product;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The product is no longer sold. What is held or paid stays so. */
@Revision("1")
public record ProductWithdrawn(ProductId productId, Instant withdrawnAt) implements ProductEvent {}
