package io.firstcome.axon.saga;

import org.axonframework.modelling.saga.AssociationValue;

/** What processes are looked for by: those of that type whose association is that one. */
record Sought(String type, AssociationValue association) {}
