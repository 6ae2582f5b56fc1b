package io.firstcome.query.payment.projection;

import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.ParkingQueues;
import io.firstcome.axon.processing.ProcessingGroupDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processor of payments. */
@Configuration(proxyBeanMethods = false)
class PaymentProcessingGroup {

    @Bean
    @Qualifier("parkedOfPayment")
    ParkingQueue parkedOfPayment(ParkingQueues queues) {
        return queues.queue(PaymentProjection.GROUP, new PaymentSequence());
    }

    @Bean
    ProcessingGroupDefinition paymentGroup(@Qualifier("parkedOfPayment") ParkingQueue parked) {
        return ProcessingGroupDefinition.view(parked);
    }
}
