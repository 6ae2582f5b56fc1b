package io.firstcome.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Receives the events of coupons: new ones, and those that wait in the retry topic.
 *
 * <p>An event that fails here goes where {@link ErrorHandling} says; each listener is a consumer group of its own, so that retries
 * do not delay what is new.
 */
@Component
class CouponListener {

    private final Inbox inbox;
    private final CouponMails mails;
    private final MeterRegistry meters;

    CouponListener(Inbox inbox, CouponMails mails, MeterRegistry meters) {
        this.inbox = inbox;
        this.mails = mails;
        this.meters = meters;
    }

    @KafkaListener(id = "coupon-mailer", topics = "${mailer.topic}")
    @KafkaListener(id = "coupon-mailer-retry", topics = "${mailer.retry-topic}")
    void on(ConsumerRecord<String, String> record) {
        Event event = Event.read(record);
        switch (event.type()) {
            case "io.firstcome.coupon.CouponCreated.v1" -> inbox.once(event, mails::onCreated);
            case "io.firstcome.coupon.CouponIssued.v1" -> inbox.once(event, mails::onIssued);
            default -> meters.counter("mailer.ignored", "type", event.type()).increment();
        }
    }
}
