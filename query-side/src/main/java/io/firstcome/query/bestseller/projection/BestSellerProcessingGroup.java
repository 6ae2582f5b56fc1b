package io.firstcome.query.bestseller.projection;

import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.ParkingQueues;
import io.firstcome.axon.processing.ProcessingGroupDefinition;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processor of best sellers. */
@Configuration(proxyBeanMethods = false)
class BestSellerProcessingGroup {

    /** A row contains a stock's events up to a position: one that is parked holds back the later ones. */
    @Bean
    @Qualifier("parkedOfBestSeller")
    ParkingQueue parkedOfBestSeller(ParkingQueues queues) {
        return queues.queue(BestSellerProjection.GROUP, SequentialPerAggregatePolicy.instance());
    }

    @Bean
    ProcessingGroupDefinition bestSellerGroup(@Qualifier("parkedOfBestSeller") ParkingQueue parked) {
        return ProcessingGroupDefinition.view(parked);
    }
}
