package io.firstcome.query.reconciliation.projection;

import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.ParkingQueues;
import io.firstcome.axon.processing.ProcessingGroupDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processor of the reconciliation. */
@Configuration(proxyBeanMethods = false)
class ReconciliationProcessingGroup {

    @Bean
    @Qualifier("parkedOfReconciliation")
    ParkingQueue parkedOfReconciliation(ParkingQueues queues) {
        return queues.queue(ReconciliationProjection.GROUP, new UserSequence());
    }

    @Bean
    ProcessingGroupDefinition reconciliationGroup(@Qualifier("parkedOfReconciliation") ParkingQueue parked) {
        return ProcessingGroupDefinition.view(parked);
    }
}
