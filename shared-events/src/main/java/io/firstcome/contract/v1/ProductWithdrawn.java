package io.firstcome.contract.v1;

import java.time.Instant;

/** The product is no longer sold. What is held or paid stays so. */
public record ProductWithdrawn(String productId, Instant withdrawnAt) implements ProductMessage {}
