package io.firstcome.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A running card gateway for development and tests, on 127.0.0.1. {@code docs/payments.md} says how to provoke each outcome. Beside it
 * stands a data platform that takes reservations: {@code docs/concerts.md}.
 *
 * <p>Alone: {@code java … io.firstcome.gateway.GatewaySimulator [--host H] [--port N] [--journal FILE] [--key SECRET]
 * [--key-file FILE] [--webhook URL]}. The key may also be in the environment, as {@code FIRSTCOME_GATEWAY_KEY}, where
 * other users of the machine do not see it.
 */
public final class GatewaySimulator implements AutoCloseable {

    static {
        // Without it the JDK's server lets small answers wait for 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final Logger log = System.getLogger(GatewaySimulator.class.getName());
    private static final int BACKLOG = 1_024;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("gateway-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gateway-timer").daemon().factory());
    private final Webhooks webhooks;
    private final PaymentBook books;

    private GatewaySimulator(SimulatorSettings settings, InstantSource clock) throws IOException {
        webhooks = new Webhooks(settings.webhook());
        books = new PaymentBook(settings.journal(), clock, webhooks::statusChanged);
        ScriptedOutcomes provocations = new ScriptedOutcomes();
        Operations operations = new Operations(books, provocations, settings, clock);
        ShopApi shop = new ShopApi(books, operations, settings.secretKey(), clock);
        ControlApi control = new ControlApi(books, operations, provocations, webhooks);
        server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/v1/payments/", shop::handle);
        server.createContext("/simulator/", control::handle);
        server.createContext("/platform/", new DataPlatformApi()::handle);
        SimulatorSettings.Times times = settings.times();
        long tick = shortest(TICK, times.lateness(), times.confirmWindow(), times.checkoutWindow());
        @SuppressWarnings("unused") // it runs until the timer is shut down
        var ticking = timer.scheduleWithFixedDelay(books::tick, tick, tick, TimeUnit.NANOSECONDS);
        server.start();
    }

    private static long shortest(Duration... durations) {
        long shortest = Long.MAX_VALUE;
        for (Duration duration : durations) {
            shortest = Math.min(shortest, duration.toNanos());
        }
        return Math.max(shortest, Duration.ofMillis(10).toNanos());
    }

    /**
     * Starts one with the contract's own times.
     *
     * @param port 0: any free port
     * @param journal where its books are; what they hold is known again
     */
    public static GatewaySimulator start(int port, Path journal) {
        return start(SimulatorSettings.defaults().withPort(port).withJournal(journal));
    }

    /** Starts one as the settings say. */
    public static GatewaySimulator start(SimulatorSettings settings) {
        return start(settings, InstantSource.system());
    }

    static GatewaySimulator start(SimulatorSettings settings, InstantSource clock) {
        try {
            return new GatewaySimulator(settings, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("The gateway simulator cannot listen on port " + settings.port(), e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The base address for a shop, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** From now on status changes are told to this address. */
    public void sendWebhooksTo(String url) {
        webhooks.sendTo(url);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
        webhooks.close();
        books.close();
    }

    /** Runs until it is killed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        SimulatorSettings settings = settings(args);
        GatewaySimulator simulator = start(settings);
        log.log(Level.INFO, "The gateway simulator listens on {0}:{1,number,#}", settings.host(), simulator.port());
        new CountDownLatch(1).await();
    }

    /** What the command line says. */
    static SimulatorSettings settings(String... args) throws IOException {
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withPort(8_099)
                .withSecretKey(System.getenv().getOrDefault("FIRSTCOME_GATEWAY_KEY", SimulatorSettings.TEST_KEY));
        for (int i = 0; i + 1 < args.length; i += 2) {
            String value = args[i + 1];
            settings = switch (args[i]) {
                case "--host" -> settings.withHost(value);
                case "--port" -> settings.withPort(Integer.parseInt(value));
                case "--journal" -> settings.withJournal(Path.of(value));
                case "--key" -> settings.withSecretKey(value);
                case "--key-file" ->
                    settings.withSecretKey(Files.readString(Path.of(value)).strip());
                case "--webhook" ->
                    settings.withWebhook(value, settings.webhook().minute());
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            };
        }
        return settings;
    }
}
