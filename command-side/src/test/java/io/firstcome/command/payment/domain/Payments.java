package io.firstcome.command.payment.domain;

import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.events.payment.PaymentEvent;
import java.util.List;

/** Something that decides on commands to payments: the aggregate, or one that is broken on purpose. */
interface Payments {

    /** What is stored because of the command; nothing when it is refused. */
    List<PaymentEvent> send(PaymentCommand command);
}
