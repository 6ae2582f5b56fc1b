package io.firstcome.gateway;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the shop of status changes, and tells again until it answers with 200, at most seven times. */
final class Webhooks implements AutoCloseable {

    private static final Logger log = System.getLogger(Webhooks.class.getName());
    private static final int[] RESEND_MINUTES = {1, 4, 16, 64, 256, 1024, 4096};
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 1_000;

    /** How a notice fared. */
    record Delivery(String transmissionId, String about, int attempts, boolean delivered) {}

    private final HttpClient client;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gateway-webhooks").daemon().factory());
    private final Duration minute;
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private volatile @Nullable String url;

    Webhooks(SimulatorSettings.Webhook settings) {
        this.url = settings.url();
        this.minute = settings.minute();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    void sendTo(@Nullable String address) {
        url = address;
    }

    /** The states that the contract tells of. */
    void statusChanged(Payment payment) {
        if (!payment.status().isOpen()) {
            send("PAYMENT_STATUS_CHANGED " + payment.status(), statusBody(payment), newId(), 1);
        }
    }

    /** Sends the state of a payment as often as wanted under one transmission id. */
    void repeat(Payment payment, String transmissionId, int times) {
        send("PAYMENT_STATUS_CHANGED " + payment.status(), statusBody(payment), transmissionId, times);
    }

    /** The other kind, which virtual accounts have. */
    void deposit(Payment payment, String status, String secret) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("createdAt", Instant.now().toString());
        body.put("secret", secret);
        body.put("status", status);
        body.put("transactionKey", "tx-deposit");
        body.put("orderId", payment.orderId());
        send("DEPOSIT_CALLBACK " + status, Json.text(body), newId(), 1);
    }

    private static String statusBody(Payment payment) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("eventType", "PAYMENT_STATUS_CHANGED");
        body.put("createdAt", Instant.now().toString());
        body.put("data", PaymentJson.of(payment));
        return Json.text(body);
    }

    static String newId() {
        return "tm-" + UUID.randomUUID();
    }

    private void send(String about, String body, String transmissionId, int times) {
        for (int i = 0; i < times; i++) {
            later(Duration.ZERO, new Notice(about, body, transmissionId), 0);
        }
    }

    private record Notice(String about, String body, String transmissionId) {}

    @SuppressWarnings("FutureReturnValueIgnored") // the task reports its own failures
    private void later(Duration delay, Notice notice, int resends) {
        try {
            timer.schedule(
                    () -> Thread.ofVirtual().start(() -> attempt(notice, resends)),
                    delay.toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            log.log(Level.DEBUG, "not sent any more: {0}", notice.about());
        }
    }

    private void attempt(Notice notice, int resends) {
        String target = url;
        if (target == null) {
            return;
        }
        boolean delivered = post(target, notice, resends);
        remember(new Delivery(notice.transmissionId(), notice.about(), resends + 1, delivered));
        if (!delivered && resends < RESEND_MINUTES.length) {
            later(minute.multipliedBy(RESEND_MINUTES[resends]), notice, resends + 1);
        }
    }

    private boolean post(String target, Notice notice, int resends) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(target))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("tosspayments-webhook-transmission-id", notice.transmissionId())
                    .header(
                            "tosspayments-webhook-transmission-time",
                            Instant.now().toString())
                    .header("tosspayments-webhook-transmission-retried-count", Integer.toString(resends))
                    .POST(HttpRequest.BodyPublishers.ofString(notice.body()))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | IllegalArgumentException e) {
            log.log(Level.DEBUG, "not delivered: {0}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void remember(Delivery delivery) {
        deliveries.add(delivery);
        if (deliveries.size() > MOST_REMEMBERED) {
            deliveries.remove();
        }
    }

    /** The newest attempts, in their order. */
    synchronized List<Delivery> deliveries() {
        return new ArrayList<>(deliveries);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
    }
}
