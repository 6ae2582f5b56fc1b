package io.firstcome.axon;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * The identifiers of messages, events and processes: UUIDs of version 7 (RFC 9562), which sort by the time they were made at. Axon
 * finds this class by its entry in {@code META-INF/services}.
 *
 * <p>Axon's own factory asks the system's secure random numbers for each identifier, under one lock; an order is some forty messages.
 * This one asks them once a millisecond. An identifier is not a secret.
 */
public final class Uuid7IdentifierFactory extends IdentifierFactory {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
