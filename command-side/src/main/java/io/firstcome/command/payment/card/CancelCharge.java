package io.firstcome.command.payment.card;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.PaymentCommand.FailRefund;
import io.firstcome.command.payment.api.PaymentCommand.RecordCardRefund;
import io.firstcome.command.payment.card.CardTask.Refund;
import io.firstcome.command.payment.gateway.CardGateway;
import io.firstcome.command.payment.gateway.Finding.Absent;
import io.firstcome.command.payment.gateway.Finding.Found;
import io.firstcome.command.payment.gateway.Finding.Unclear;
import io.firstcome.command.payment.gateway.FoundPayment;
import io.firstcome.command.payment.gateway.Outcome;
import io.firstcome.command.payment.gateway.Outcome.Approved;
import io.firstcome.command.payment.gateway.Outcome.Declined;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives money back, or finds out whether it was given back: each refund's name stands in the reason that the gateway keeps.
 *
 * <p>Before a refund is told to have failed, the gateway is asked whether it has it after all.
 */
final class CancelCharge implements CardOperation<Refund> {

    private final CardGateway gateway;
    private final TaskCommands commands;

    CancelCharge(CardGateway gateway, TaskCommands commands) {
        this.gateway = gateway;
        this.commands = commands;
    }

    @Override
    public Optional<Unknown> run(Refund job, Instant now) {
        CardRefund refund = job.refund();
        Outcome outcome = job.progress().isUnknown() ? ask(refund) : doubted(gateway.cancel(refund), refund);
        switch (outcome) {
            case Approved approved ->
                commands.send(new RecordCardRefund(refund.paymentId(), refund.refundId(), now), job.origin());
            case Declined declined ->
                commands.send(
                        new FailRefund(refund.paymentId(), refund.refundId(), declined.code(), now), job.origin());
            case Unknown unknown -> {
                return Optional.of(unknown);
            }
        }
        return Optional.empty();
    }

    private Outcome doubted(Outcome outcome, CardRefund refund) {
        if (!(outcome instanceof Declined)) {
            return outcome;
        }
        return switch (gateway.find(refund.paymentKey())) {
            case Found found -> found.payment().has(refund) ? new Approved() : outcome;
            case Absent absent -> outcome;
            case Unclear unclear -> new Unknown(unclear.code());
        };
    }

    private Outcome ask(CardRefund refund) {
        return switch (gateway.find(refund.paymentKey())) {
            case Found found -> judge(found.payment(), refund);
            case Absent absent -> doubted(gateway.cancel(refund), refund);
            case Unclear unclear -> new Unknown(unclear.code());
        };
    }

    private Outcome judge(FoundPayment payment, CardRefund refund) {
        if (payment.has(refund)) {
            return new Approved();
        }
        return payment.balanceAmount() < refund.amount()
                ? new Declined("NOT_CANCELABLE_AMOUNT")
                : doubted(gateway.cancel(refund), refund);
    }
}
