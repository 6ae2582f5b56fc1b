package io.firstcome.command.payment.rest;

import io.firstcome.command.rest.CommittedEvent;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.RefundId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one refund is, by the events of its payment, which may come more than once. */
final class RefundProgress {

    private final RefundId refund;
    private @Nullable Long startedAt;

    RefundProgress(RefundId refund) {
        this.refund = refund;
    }

    /** Takes in an event; present when the refund is done or has failed by it. */
    Optional<CommittedEvent> untilEnded(CommittedEvent happened) {
        return switch (happened.event()) {
            case PaymentRefundStarted started
            when started.refundId().equals(refund) -> {
                startedAt = happened.version();
                yield Optional.empty();
            }
            case PaymentRefunded done when done.refundId().equals(refund) -> Optional.of(happened);
            case PaymentRefundFailed failed when failed.refundId().equals(refund) -> Optional.of(happened);
            default -> Optional.empty();
        };
    }

    /** The payment's version when it began the refund; null: it did not yet. */
    @Nullable
    Long startedAt() {
        return startedAt;
    }
}
