package io.firstcome.query.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventSerializer;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.CouponTestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.extensions.kafka.eventhandling.producer.ConfirmationMode;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class SenderTest {

    private final List<MockProducer<String, CloudEvent>> made = new ArrayList<>();

    /** Acknowledges nothing by itself; the tests do. */
    private final ProducerFactory<String, CloudEvent> factory = new ProducerFactory<>() {

        @Override
        public Producer<String, CloudEvent> createProducer() {
            if (made.isEmpty() || made.getLast().closed()) {
                made.add(new MockProducer<>(false, null, new StringSerializer(), values()));
            }
            return made.getLast();
        }

        @Override
        public ConfirmationMode confirmationMode() {
            return ConfirmationMode.WAIT_FOR_ACK;
        }

        @Override
        public void shutDown() {
            made.getLast().close(Duration.ZERO);
        }
    };

    private static Serializer<CloudEvent> values() {
        CloudEventSerializer values = new CloudEventSerializer();
        values.configure(KafkaProperties.STRUCTURED, false);
        return values;
    }

    private static List<ProducerRecord<String, CloudEvent>> records(int count) {
        CouponTestData campaign = new CouponTestData("1");
        return IntStream.range(0, count)
                .mapToObj(i -> CloudEventRecords.of(campaign.issued("u" + i), i + 1L))
                .toList();
    }

    @Test
    void givenARefusal_whenItIsTheFirst_thenTheProducerIsClosedBeforeAnythingElseIsSent() {
        Sender.Acknowledgements acknowledgements = new Sender.Acknowledgements(3, factory::shutDown);
        Producer<String, CloudEvent> producer = factory.createProducer();
        List<ProducerRecord<String, CloudEvent>> records = records(3);
        var first = producer.send(records.getFirst(), acknowledgements);
        made.getLast().errorNext(new NotEnoughReplicasException("no"));

        assertThat(first).isDone();
        assertThat(acknowledgements.haveFailed()).isTrue();
        assertThat(made.getLast().closed()).isTrue();
        assertThatThrownBy(() -> acknowledgements.await(Duration.ofSeconds(1))).isInstanceOf(KafkaException.class);
    }

    @Test
    void givenSilence_whenTheTimeIsUp_thenTheBatchFailsAndTheProducerIsClosed() {
        Sender sender = new Sender(factory, topic -> {}, Duration.ofMillis(50));

        assertThatThrownBy(() -> sender.send(records(2)))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("in time");
        assertThat(made)
                .singleElement()
                .satisfies(producer -> assertThat(producer.closed()).isTrue());
    }

    @Test
    void givenAProducerThatThrows_whenSending_thenNothingLaterIsSent() {
        factory.createProducer();
        made.getLast().sendException = new IllegalStateException("closed");
        Sender sender = new Sender(factory, topic -> {}, Duration.ofSeconds(1));

        assertThatThrownBy(() -> sender.send(records(3))).isInstanceOf(KafkaException.class);
        assertThat(made.getLast().history()).isEmpty();
        assertThat(made.getLast().closed()).isTrue();
    }

    @Test
    void givenARecord_whenItIsMade_thenItIsACloudEventKeyedByTheBareId() {
        ProducerRecord<String, CloudEvent> record = records(1).getFirst();

        assertThat(record.topic()).isEqualTo("firstcome.coupon");
        assertThat(record.key()).isEqualTo("1");
        assertThat(record.value().getType()).isEqualTo("io.firstcome.coupon.CouponIssued.v1");
        assertThat(record.value().getSource()).hasToString("/firstcome/coupon");
        assertThat(record.value().getSubject()).isEqualTo("1");
        assertThat(record.value().getExtensionNames()).containsExactlyInAnyOrder("sequence", "position");
        assertThat(record.value().getExtension("position")).isEqualTo("1");
    }

    /** The bytes that any consumer reads, whatever library it has. */
    @Test
    void givenARecord_whenItIsWritten_thenItIsOneJsonObjectWithAllThatIsKnown() {
        DomainEventMessage<?> event = new GenericDomainEventMessage<>(
                "coupon",
                "coupon:1",
                7,
                new CouponClosed(new CouponId("1"), "over", CouponTestData.AT),
                MetaData.from(
                        Map.of("traceId", "t-1", "correlationId", "c-1", "causationId", "c-0", "userId", "secret")),
                "e-1",
                CouponTestData.AT);

        ProducerRecord<String, CloudEvent> record = CloudEventRecords.of(event, 12);

        assertThat(new String(values().serialize(record.topic(), record.headers(), record.value()), UTF_8))
                .isEqualTo("""
                        {"specversion":"1.0","id":"e-1","source":"/firstcome/coupon",\
                        "type":"io.firstcome.coupon.CouponClosed.v1","datacontenttype":"application/json","subject":"1",\
                        "time":"2026-11-20T09:00:00.123456Z","traceid":"t-1","sequence":"7","causationid":"c-0",\
                        "correlationid":"c-1","position":"12",\
                        "data":{"couponId":"1","closedAt":"2026-11-20T09:00:00.123456Z"}}""");
    }
}
