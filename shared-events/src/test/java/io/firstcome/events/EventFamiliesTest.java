package io.firstcome.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import org.junit.jupiter.api.Test;

class EventFamiliesTest {

    @Test
    void givenFamilies_whenTheirEventsAreListed_thenAllAreThere() {
        assertThat(EventFamilies.eventTypes()).contains(CouponCreated.class, CouponIssued.class, CouponClosed.class);
    }

    @Test
    void givenFamilies_whenListed_thenEachIsSealed() {
        assertThat(EventFamilies.ALL).isNotEmpty().allMatch(family -> family.isSealed() && family.isInterface());
    }

    /** The stored name of an event is its simple name. */
    @Test
    void givenEventsOfAllFamilies_whenNamed_thenNoTwoShareAName() {
        assertThat(EventFamilies.eventTypes().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    /** The columns of the event store hold no more. */
    @Test
    void givenEventsOfAllFamilies_whenNamed_thenTheNamesFitTheirColumn() {
        assertThat(EventFamilies.eventTypes())
                .allSatisfy(type -> assertThat(type.getSimpleName()).hasSizeLessThanOrEqualTo(64));
    }
}
