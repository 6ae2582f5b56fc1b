package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/** Counts and times the calls by what they came to. */
final class MeteredGateway implements CardGateway {

    private final CardGateway gateway;
    private final MeterRegistry metrics;

    MeteredGateway(CardGateway gateway, MeterRegistry metrics) {
        this.gateway = gateway;
        this.metrics = metrics;
    }

    @Override
    public Outcome confirm(CardCharge charge) {
        return timed("confirm", () -> gateway.confirm(charge));
    }

    @Override
    public Outcome cancel(CardRefund refund) {
        return timed("cancel", () -> gateway.cancel(refund));
    }

    @Override
    public Finding find(String paymentKey) {
        return timed("find", () -> gateway.find(paymentKey));
    }

    private <T> T timed(String operation, Supplier<T> call) {
        Timer.Sample sample = Timer.start(metrics);
        String outcome = "failed";
        try {
            T result = call.get();
            outcome = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            return result;
        } catch (NotSentException e) {
            outcome = "not_sent";
            throw e;
        } finally {
            sample.stop(Timer.builder("firstcome.gateway.call")
                    .description("Calls of the card gateway, by what they came to")
                    .tag("operation", operation)
                    .tag("outcome", outcome)
                    .register(metrics));
        }
    }
}
