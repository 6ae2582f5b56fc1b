package io.firstcome.query.bridge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** What the broker says to the records of one batch. */
final class Acknowledgements implements Callback {

    private final AtomicInteger missing;
    private final Runnable onFirstFailure;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final CompletableFuture<Void> all = new CompletableFuture<>();

    /** @param onFirstFailure runs once, before any other record can be sent and before the wait ends */
    Acknowledgements(int expected, Runnable onFirstFailure) {
        this.missing = new AtomicInteger(expected);
        this.onFirstFailure = onFirstFailure;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata record, @Nullable Exception failure) {
        if (failure != null) {
            fail(failure);
        } else if (missing.decrementAndGet() == 0) {
            all.complete(null);
        }
    }

    void fail(Exception failure) {
        if (failed.compareAndSet(false, true)) {
            try {
                onFirstFailure.run();
            } finally {
                all.completeExceptionally(failure);
            }
        }
    }

    boolean haveFailed() {
        return failed.get();
    }

    void await(Duration patience) {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take a batch of events", e.getCause());
        } catch (TimeoutException e) {
            fail(e);
            throw new KafkaException("Kafka did not acknowledge a batch of events in time", e);
        } catch (InterruptedException e) {
            fail(e);
            throw new InterruptException(e);
        }
    }
}
