package io.firstcome.command.payment.domain;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.events.payment.PaymentEvent;
import java.util.List;

/** The aggregate, loaded from its events at every command. */
final class AxonPayments implements Payments {

    private final MemoryAxon axon = new MemoryAxon(Payment.class);

    @Override
    public List<PaymentEvent> send(PaymentCommand command) {
        Decision decision = axon.attempt(command);
        // A refund that is completed before its card part came back is a fault of the process, and stores nothing.
        if (decision.fault() != null && !(decision.fault() instanceof IllegalStateException)) {
            throw new AssertionError("A command failed", decision.fault());
        }
        return decision.events(PaymentEvent.class);
    }
}
