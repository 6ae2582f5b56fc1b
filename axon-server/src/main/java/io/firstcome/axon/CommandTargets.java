package io.firstcome.axon;

import io.firstcome.contract.AggregateCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Asks a command for its aggregate. Axon's own way looks through all methods and fields for annotations, for each command:
 * that was a third of the work of a lane.
 */
final class CommandTargets implements CommandTargetResolver {

    private final CommandTargetResolver byAnnotation =
            AnnotationCommandTargetResolver.builder().build();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return command.getPayload() instanceof AggregateCommand known
                ? new VersionedAggregateIdentifier((Object) known.aggregateId(), null)
                : byAnnotation.resolveTarget(command);
    }
}
