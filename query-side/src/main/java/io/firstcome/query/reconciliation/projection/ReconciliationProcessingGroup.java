package io.firstcome.query.reconciliation.projection;

import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.axon.processors.ViewDeadLetterQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processor of the reconciliation. */
@Configuration(proxyBeanMethods = false)
class ReconciliationProcessingGroup {

    @Bean
    @Qualifier("deadLettersOfReconciliation")
    ViewDeadLetterQueue deadLettersOfReconciliation(ViewDeadLetterQueues queues) {
        return queues.queue(ReconciliationProjection.GROUP, new UserSequence());
    }

    @Bean
    ProcessingGroupDefinition reconciliationGroup(
            @Qualifier("deadLettersOfReconciliation") ViewDeadLetterQueue deadLetters) {
        return ProcessingGroupDefinition.view(deadLetters);
    }
}
