package io.firstcome.command.payment.card;

import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.payment.gateway.NotSentException;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import java.time.Instant;
import java.util.Optional;

/** One run of a request. It may be the second after a crash at any point of the first. */
interface CardOperation<J extends CardTask> {

    /**
     * Calls the gateway and tells the payment what it came to.
     *
     * @return why the outcome is still not known; empty: the payment knows it
     * @throws NotSentException when the gateway was not reached
     * @throws TaskCommands.CommandDeliveryException when the payment could not be told
     */
    Optional<Unknown> run(J job, Instant now);
}
