package io.firstcome.query.order.projection;

import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.ParkingQueues;
import io.firstcome.axon.processing.ProcessingGroupDefinition;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processor of orders. */
@Configuration(proxyBeanMethods = false)
class OrderProcessingGroup {

    @Bean
    @Qualifier("parkedOfOrder")
    ParkingQueue parkedOfOrder(ParkingQueues queues) {
        return queues.queue(OrderProjection.GROUP, new OrderSequence());
    }

    @Bean
    ProcessingGroupDefinition orderGroup(@Qualifier("parkedOfOrder") ParkingQueue parked) {
        return ProcessingGroupDefinition.view(parked, OrderId.TYPE, PaymentId.TYPE);
    }
}
