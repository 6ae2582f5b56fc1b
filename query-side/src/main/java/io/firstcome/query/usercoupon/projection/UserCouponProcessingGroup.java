package io.firstcome.query.usercoupon.projection;

import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.ParkingQueues;
import io.firstcome.axon.processing.ProcessingGroupDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processor of users' coupons. */
@Configuration(proxyBeanMethods = false)
class UserCouponProcessingGroup {

    @Bean
    @Qualifier("parkedOfUserCoupon")
    ParkingQueue parkedOfUserCoupon(ParkingQueues queues) {
        return queues.queue(UserCouponProjection.GROUP, new PieceSequence());
    }

    @Bean
    ProcessingGroupDefinition userCouponGroup(@Qualifier("parkedOfUserCoupon") ParkingQueue parked) {
        return ProcessingGroupDefinition.view(parked);
    }
}
