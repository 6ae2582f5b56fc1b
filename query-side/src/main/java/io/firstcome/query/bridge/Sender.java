package io.firstcome.query.bridge;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends records in order and returns when the broker has acknowledged all of them.
 *
 * <p>On the first failure the producer is closed at once, from whichever thread has learned of it, so that no later record
 * overtakes the failed one. The caller then sends the whole batch again, on a new producer: records may come twice, but none
 * is missing, and the first of each come in order.
 */
final class Sender {

    private final ProducerFactory<String, CloudEvent> producers;
    private final Consumer<String> topics;
    private final Duration timeout;

    /** @param topics returns when there is a topic of that name */
    Sender(ProducerFactory<String, CloudEvent> producers, Consumer<String> topics, Duration timeout) {
        this.producers = producers;
        this.topics = topics;
        this.timeout = timeout;
    }

    /**
     * Sends the records.
     *
     * @throws KafkaException when not all were acknowledged in time
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the acknowledgements tell
    void send(List<ProducerRecord<String, CloudEvent>> records) {
        records.stream().map(ProducerRecord::topic).distinct().forEach(topics);
        Acknowledgements acknowledgements = new Acknowledgements(records.size(), producers::shutDown);
        try {
            Producer<String, CloudEvent> producer = producers.createProducer();
            for (ProducerRecord<String, CloudEvent> record : records) {
                if (acknowledgements.haveFailed()) {
                    break;
                }
                producer.send(record, acknowledgements);
            }
        } catch (RuntimeException e) {
            acknowledgements.fail(e);
        }
        acknowledgements.await(timeout);
    }

    /**
     * Waits for an answer of Kafka.
     *
     * @param request what Kafka was asked to do, for the exception's text
     * @throws KafkaException when Kafka refuses or does not answer in time
     */
    static void await(Future<?> answer, Duration timeout, String request) {
        try {
            answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not " + request, e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not " + request + " in time", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Counts the broker's acknowledgements of one batch. */
    static final class Acknowledgements implements Callback {

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

        void await(Duration timeout) {
            try {
                Sender.await(all, timeout, "acknowledge a batch of events");
            } catch (KafkaException e) {
                fail(e);
                throw e;
            }
        }
    }
}
