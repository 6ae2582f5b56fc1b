package io.firstcome.command.process.drive;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.LINES;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static io.firstcome.command.process.ExampleOrder.cancelledPaid;
import static io.firstcome.command.process.ExampleOrder.cancelledUnpaid;
import static io.firstcome.command.process.ExampleOrder.expired;
import static io.firstcome.command.process.ExampleOrder.late;
import static io.firstcome.command.process.ExampleOrder.paymentStarted;
import static io.firstcome.command.process.ExampleOrder.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.process.ProcessFixture;
import io.firstcome.command.process.StoredExampleOrder;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderRefundFailed;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

/** What the gateway refused to give back is asked back again: once, and only if nobody has done so. */
class OrderDriveTest {

    private static final OrderPaymentStarted BY_CARD = paymentStarted(null, PaymentMethod.CARD, 0, "key");

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final List<Record> cards = new ArrayList<>();

    @Test
    void givenARefusedRefund_whenDriven_thenItIsAskedBackAgain() {
        drive(BY_CARD, cancelledPaid(), begun("r1"), refused("r1"), failed("r1", true));

        assertThat(askedBack()).containsExactly(again(1));
    }

    @Test
    void givenAPartThatCameBackBefore_whenDriven_thenTheRefusedRestIsAskedBackAgain() {
        drive(
                BY_CARD,
                asked("part", false),
                begun("part"),
                new CardRefunded(PAYMENT, ORDER, ANNA, new RefundId("part"), 13_000, 0, NOW),
                cancelledPaid(),
                begun("rest"),
                refused("rest"),
                failed("rest", true));

        assertThat(askedBack()).containsExactly(again(1));
    }

    @Test
    void givenAPartThatWasRefusedAfterTheRestWasAskedBackAgain_whenDriven_thenItIsAskedBackAgain() {
        drive(
                BY_CARD,
                asked("part", false),
                cancelledPaid(),
                begun("whole"),
                refused("whole"),
                failed("whole", true),
                begun("part"),
                asked("p1-again1", true),
                begun("p1-again1"),
                refused("part"),
                failed("part", true),
                new CardRefunded(PAYMENT, ORDER, ANNA, new RefundId("p1-again1"), 13_000, 0, NOW));

        assertThat(askedBack()).containsExactly(again(2));
    }

    @Test
    void givenARefundThatWasAskedForSince_whenDriven_thenNothingIsAskedBack() {
        drive(BY_CARD, cancelledPaid(), begun("r1"), refused("r1"), failed("r1", true), asked("r2", true));

        assertThat(askedBack()).isEmpty();
    }

    @Test
    void givenAllCameBackSince_whenDriven_thenNothingIsAskedBack() {
        drive(BY_CARD, cancelledPaid(), begun("r1"), refused("r1"), failed("r1", true), cameBack());

        assertThat(askedBack()).isEmpty();
    }

    @Test
    void givenARefusedPartOfAnOrderThatGoesOn_whenDriven_thenNothingIsAskedBack() {
        drive(BY_CARD, asked("part", false), begun("part"), refused("part"), failed("part", false));

        assertThat(askedBack()).isEmpty();
    }

    /** Else its saga, should it only be slow, could complete what goes back: the order decides. */
    @Test
    void givenALatePaymentThatNobodyCompletes_whenDriven_thenTheOrderGivesItBack() {
        drive(placed(), BY_CARD, expired(), late(true));

        assertThat(askedBack())
                .containsExactly(new StartRefund(
                        ORDER,
                        PAYMENT,
                        new RefundId("p1-late"),
                        null,
                        "The late payment was not completed",
                        null,
                        NOW));
        assertThat(sent).noneMatch(RefundPayment.class::isInstance);
    }

    @Test
    void givenALatePaymentOfACancelledOrder_whenDriven_thenItIsGivenBack() {
        drive(placed(), BY_CARD, cancelledUnpaid(), late(false));

        assertThat(askedBack()).isEmpty();
        assertThat(sent)
                .contains(new RefundPayment(
                        PAYMENT, new RefundId("p1-late"), null, "The late payment was not completed", null, NOW));
    }

    private void drive(Object... happened) {
        List<EventMessage<?>> trail = new ArrayList<>();
        for (Object event : happened) {
            trail.add(new GenericDomainEventMessage<>("any", "any", trail.size(), event));
        }
        new OrderDrive(StoredExampleOrder.of(happened), ProcessFixture.cards(cards), ShippingTerms.USUAL)
                .drive(ORDER, trail.stream(), NOW, sent::add);
    }

    private Stream<AggregateCommand> askedBack() {
        return sent.stream().filter(StartRefund.class::isInstance);
    }

    private static StartRefund again(int times) {
        return new StartRefund(
                ORDER, PAYMENT, new RefundId("p1-again" + times), null, "The card gateway had refused it", null, NOW);
    }

    private static OrderRefundStarted asked(String refund, boolean whole) {
        return new OrderRefundStarted(
                ORDER, ANNA, PAYMENT, new RefundId(refund), 13_000, whole, "why", null, LINES, NOW);
    }

    private static PaymentRefundStarted begun(String refund) {
        return new PaymentRefundStarted(PAYMENT, ORDER, ANNA, new RefundId(refund), 0, 13_000, "key", "why", NOW);
    }

    private static PaymentRefunded cameBack() {
        return new PaymentRefunded(PAYMENT, ORDER, ANNA, new RefundId("r2"), 13_000, 13_000, true, null, NOW);
    }

    private static PaymentRefundFailed refused(String refund) {
        return new PaymentRefundFailed(
                PAYMENT, ORDER, ANNA, new RefundId(refund), "REFUND_REJECTED", 13_000, true, null, NOW);
    }

    private static OrderRefundFailed failed(String refund, boolean owed) {
        return new OrderRefundFailed(ORDER, ANNA, PAYMENT, new RefundId(refund), 13_000, owed, "REFUND_REJECTED", NOW);
    }
}
