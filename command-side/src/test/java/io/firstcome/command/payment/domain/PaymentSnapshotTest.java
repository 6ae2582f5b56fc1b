package io.firstcome.command.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** A payment that is read from a snapshot knows its refunds: else they would begin twice. */
class PaymentSnapshotTest {

    private static final AggregateModel<Payment> MODEL =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(Payment.class);
    private static final Paying PAYING = new Paying(300, 700);

    private final Serializer serializer = Serializers.forSnapshots(List.of());

    @Test
    void givenRefunds_whenStoredAndRead_thenThePaymentIsTheSame() {
        Payment payment = new Payment();
        for (Object event : List.of(
                PAYING.requested(),
                PAYING.approved(),
                Paying.started("a", 0, 200),
                Paying.cardRefunded("a", 200, 0),
                PAYING.refunded("a", 200, 200),
                Paying.started("b", 300, 500),
                Paying.owed("b", 500),
                Paying.pointsOf("b", 300))) {
            MODEL.publish(GenericEventMessage.asEventMessage(event), payment);
        }

        SerializedObject<String> stored = serializer.serialize(payment, String.class);
        Payment read = serializer.deserialize(stored);

        assertThat(read).usingRecursiveComparison().isEqualTo(payment);
        assertThat(read.refunds().isKnown(Paying.refund("b"))).isTrue();
        assertThat(read.couponToRestore()).isNull();
        assertThat(read.refundable()).isEqualTo(500);
        assertThat(stored.getType().getRevision()).isEqualTo("3");
    }
}
