package io.firstcome.axon.saga;

import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/**
 * A process as it is stored. It does not change.
 *
 * @param type its simple name
 * @param version counts its changes, from 0
 * @param state JSON
 */
record SagaRow(
        String id,
        String type,
        @Nullable String revision,
        long version,
        String state,
        Set<AssociationValue> associations) {

    SagaRow {
        associations = Set.copyOf(associations);
    }
}
