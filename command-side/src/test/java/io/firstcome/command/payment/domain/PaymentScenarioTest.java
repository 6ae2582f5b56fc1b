package io.firstcome.command.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.MarkPaymentUnknown;
import io.firstcome.command.payment.api.PaymentCommand.SettlePayment;
import io.firstcome.events.payment.DeclineReason;
import org.junit.jupiter.api.Test;

/** A payment by card and points, from the request over an unknown outcome to its refund in two parts. */
class PaymentScenarioTest {

    @Test
    void givenAPaymentOfBothKinds_whenItLivesItsLife_thenEveryStepIsTakenOnce() {
        Payments payments = new AxonPayments();
        Paying paying = new Paying(3_000, 7_000);

        assertThat(payments.send(paying.request())).containsExactly(paying.requested());

        // The gateway does not answer; it is asked, and says that it took the money. Its answers come twice.
        MarkPaymentUnknown unknown = new MarkPaymentUnknown(Paying.ID, "TIMEOUT", Paying.AT);
        assertThat(payments.send(unknown)).containsExactly(Paying.unknown());
        assertThat(payments.send(unknown)).isEmpty();
        assertThat(payments.send(new ApprovePayment(Paying.ID, Paying.AT))).containsExactly(paying.approved());
        assertThat(payments.send(new ApprovePayment(Paying.ID, Paying.AT))).isEmpty();
        assertThat(payments.send(
                        new DeclinePayment(Paying.ID, DeclineReason.PAYMENT_DECLINED, "LATE", 3_000, Paying.AT)))
                .isEmpty();

        // The buyer takes a part back: by card.
        assertThat(payments.send(Paying.refundBy(Paying.USER, "part", 2_000)))
                .containsExactly(Paying.started("part", 0, 2_000));
        assertThat(payments.send(Paying.recordCard("part"))).containsExactly(Paying.cardRefunded("part", 2_000, 0));
        assertThat(payments.send(Paying.complete("part"))).containsExactly(paying.refunded("part", 2_000, 2_000));

        // It is sent, comes back, and the process gives the rest: card and points. The first try fails, and the points
        // come alone.
        assertThat(payments.send(new SettlePayment(Paying.ID, Paying.AT))).containsExactly(Paying.settled());
        assertThat(payments.send(Paying.refundAll("o-1-returned")))
                .containsExactly(Paying.started("o-1-returned", 3_000, 5_000));
        assertThat(payments.send(Paying.fail("o-1-returned")))
                .containsExactly(Paying.owed("o-1-returned", 5_000), Paying.pointsOf("o-1-returned", 3_000));
        assertThat(payments.send(Paying.refundAll("again"))).containsExactly(Paying.started("again", 0, 5_000));
        assertThat(payments.send(Paying.recordCard("again"))).containsExactly(Paying.cardRefunded("again", 5_000, 0));
        assertThat(payments.send(Paying.complete("again"))).containsExactly(paying.refunded("again", 5_000, 7_000));
        assertThat(payments.send(Paying.complete("o-1-returned-points")))
                .containsExactly(paying.refundedAfterAll("o-1-returned-points", 3_000));
        assertThat(payments.send(Paying.refundAll("nothing-left"))).isEmpty();
    }
}
