package io.firstcome.command.payment.card;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.MarkPaymentUnknown;
import io.firstcome.command.payment.card.CardTask.Charge;
import io.firstcome.command.payment.gateway.CardGateway;
import io.firstcome.command.payment.gateway.Finding.Absent;
import io.firstcome.command.payment.gateway.Finding.Found;
import io.firstcome.command.payment.gateway.Finding.Unclear;
import io.firstcome.command.payment.gateway.FoundPayment;
import io.firstcome.command.payment.gateway.Outcome;
import io.firstcome.command.payment.gateway.Outcome.Approved;
import io.firstcome.command.payment.gateway.Outcome.Declined;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import io.firstcome.events.payment.DeclineReason;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the money, or finds out whether it was taken.
 *
 * <p>While that is not known, the gateway is asked; only when it says that it has not decided yet, the same request is sent again
 * under the same name, which cannot charge twice.
 */
final class ConfirmCharge implements CardOperation<Charge> {

    private final CardGateway gateway;
    private final TaskCommands commands;

    ConfirmCharge(CardGateway gateway, TaskCommands commands) {
        this.gateway = gateway;
        this.commands = commands;
    }

    @Override
    public Optional<Unknown> run(Charge job, Instant now) {
        CardCharge charge = job.charge();
        Outcome outcome = job.progress().isUnknown() ? ask(charge) : gateway.confirm(charge);
        switch (outcome) {
            case Approved approved -> commands.send(new ApprovePayment(charge.paymentId(), now), job.origin());
            case Declined declined ->
                commands.send(
                        new DeclinePayment(
                                charge.paymentId(),
                                DeclineReason.PAYMENT_DECLINED,
                                declined.code(),
                                charge.points(),
                                now),
                        job.origin());
            case Unknown unknown -> {
                if (!job.progress().isUnknown()) {
                    commands.send(new MarkPaymentUnknown(charge.paymentId(), unknown.code(), now), job.origin());
                }
                return Optional.of(unknown);
            }
        }
        return Optional.empty();
    }

    private Outcome ask(CardCharge charge) {
        return switch (gateway.find(charge.paymentKey())) {
            case Found found -> judge(found.payment(), charge);
            case Absent absent -> gateway.confirm(charge);
            case Unclear unclear -> new Unknown(unclear.code());
        };
    }

    private Outcome judge(FoundPayment payment, CardCharge charge) {
        if (!payment.isOf(charge)) {
            // The buyer brought the key of another order: this one was never charged with it.
            return new Declined("PAYMENT_OF_ANOTHER_ORDER");
        }
        return switch (payment.status()) {
            case "DONE" ->
                payment.totalAmount() == charge.amount() ? new Approved() : new Unknown("ANOTHER_AMOUNT_WAS_TAKEN");
            case "ABORTED", "EXPIRED", "CANCELED" -> new Declined(payment.status());
            case "READY", "IN_PROGRESS" -> gateway.confirm(charge);
            default -> new Unknown(payment.status());
        };
    }
}
