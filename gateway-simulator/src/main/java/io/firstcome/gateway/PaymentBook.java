package io.firstcome.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All payments and all remembered answers. One step at a time, each written to the journal first. */
final class PaymentBook implements AutoCloseable {

    /** How long an idempotency key is valid. */
    private static final Duration MEMORY = Duration.ofDays(15);

    /** What was taken and given back for an order. */
    record Captured(String orderId, long captured, long cancelled) {}

    private final Map<String, Payment> payments = new HashMap<>();
    private final Map<String, List<String>> byOrder = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Set<String> inFlight = new HashSet<>();
    private final Set<String> moving = new HashSet<>();
    private final InstantSource clock;
    private final Consumer<Payment> onStatus;
    private final Journal journal;

    /** @param onStatus told of each payment whose status has changed, not for what the journal had */
    PaymentBook(@Nullable Path file, InstantSource clock, Consumer<Payment> onStatus) {
        this.clock = clock;
        this.onStatus = onStatus;
        this.journal = Journal.open(file, line -> {
            if (line.payment() != null) {
                keep(line.payment());
            }
            if (line.answer() != null) {
                answers.put(line.answer().id(), line.answer());
            }
        });
    }

    /** Runs {@code step} while nobody else changes anything. */
    synchronized <T> T exclusively(Supplier<T> step) {
        return step.get();
    }

    /** The payment as it is now. */
    synchronized @Nullable Payment find(String paymentKey) {
        Payment known = payments.get(paymentKey);
        if (known == null) {
            return null;
        }
        Payment now = known.at(clock.instant());
        if (!now.equals(known)) {
            write(now, null);
        }
        return now;
    }

    /** The newest payment of an order. */
    synchronized @Nullable Payment findByOrder(String orderId) {
        List<String> keys = byOrder.getOrDefault(orderId, List.of());
        return keys.isEmpty() ? null : find(keys.getLast());
    }

    /** Notes a step. */
    synchronized void write(@Nullable Payment payment, @Nullable Answer answer) {
        journal.write(new Journal.Line(payment, answer));
        if (answer != null) {
            answers.put(answer.id(), answer);
        }
        if (payment != null) {
            Payment before = payments.get(payment.paymentKey());
            keep(payment);
            boolean cancelled = before != null
                    && before.cancels().size() != payment.cancels().size();
            if (before == null || before.status() != payment.status() || cancelled) {
                onStatus.accept(payment);
            }
        }
    }

    private void keep(Payment payment) {
        if (payments.put(payment.paymentKey(), payment) == null) {
            byOrder.computeIfAbsent(payment.orderId(), order -> new ArrayList<>())
                    .add(payment.paymentKey());
        }
        if (payment.status().isOpen() || payment.pendingCancel() != null) {
            moving.add(payment.paymentKey());
        } else {
            moving.remove(payment.paymentKey());
        }
    }

    /** What was answered under this key, unless that is too long ago. */
    synchronized @Nullable Answer remembered(String id) {
        Answer answer = answers.get(id);
        return answer == null || answer.at().plus(MEMORY).isBefore(clock.instant()) ? null : answer;
    }

    /** False when a request with this key is being handled. */
    synchronized boolean begin(String id) {
        return inFlight.add(id);
    }

    synchronized void end(String id) {
        inFlight.remove(id);
    }

    /** Lets time have its way with all that waits for it. */
    synchronized void tick() {
        List.copyOf(moving).forEach(this::find);
    }

    /** By order, what was taken and what was given back. */
    synchronized Collection<Captured> captured() {
        tick();
        Map<String, Captured> sums = new TreeMap<>();
        for (Payment payment : payments.values()) {
            if (payment.status().isCaptured()) {
                sums.merge(
                        payment.orderId(),
                        new Captured(payment.orderId(), payment.totalAmount(), payment.cancelled()),
                        (a, b) ->
                                new Captured(a.orderId(), a.captured() + b.captured(), a.cancelled() + b.cancelled()));
            }
        }
        return sums.values();
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
