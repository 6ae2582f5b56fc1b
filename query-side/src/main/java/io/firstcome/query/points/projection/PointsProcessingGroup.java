package io.firstcome.query.points.projection;

import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.ParkingQueues;
import io.firstcome.axon.processing.ProcessingGroupDefinition;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processor of points. */
@Configuration(proxyBeanMethods = false)
class PointsProcessingGroup {

    @Bean
    @Qualifier("parkedOfPoints")
    ParkingQueue parkedOfPoints(ParkingQueues queues) {
        return queues.queue(PointsProjection.GROUP, SequentialPerAggregatePolicy.instance());
    }

    @Bean
    ProcessingGroupDefinition pointsGroup(@Qualifier("parkedOfPoints") ParkingQueue parked) {
        return ProcessingGroupDefinition.view(parked);
    }
}
