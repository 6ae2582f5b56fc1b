package io.firstcome.axon.saga;

import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/**
 * A process as it is stored, or is to be.
 *
 * @param type its simple name
 * @param version counts its changes, from 0
 */
record SagaRow(
        String id,
        String type,
        @Nullable String revision,
        long version,
        SagaState state,
        Set<AssociationValue> associations) {

    SagaRow {
        associations = Set.copyOf(associations);
    }
}
