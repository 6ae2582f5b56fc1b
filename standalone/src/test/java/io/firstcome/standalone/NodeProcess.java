package io.firstcome.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A command node or a query node as {@code java -jar} starts it, configured by its environment alone. Needs the jar and its
 * libraries, which are there in Maven's integration-test phase.
 */
final class NodeProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    /** No answer. */
    static final int NONE = 0;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String module;
    private final Process process;
    private final int port;
    private final int managementPort;
    private final List<String> output = new ArrayList<>();
    private final Thread reader;

    private NodeProcess(String module, Process process, int port, int managementPort) {
        this.module = module;
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.reader = Thread.ofVirtual().start(this::readOutput);
    }

    /** Starts on any free ports and returns at once. */
    static NodeProcess launch(String module, Map<String, String> environment) {
        List<Integer> ports = freePorts();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=" + Integer.getInteger("it.compilers", 1),
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar(module).toString())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", ports.get(0).toString());
        builder.environment().put("FIRSTCOME_MANAGEMENT_PORT", ports.get(1).toString());
        try {
            return new NodeProcess(module, builder.start(), ports.get(0), ports.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar of that module. */
    static Path jar(String module) {
        Path jar = Path.of(System.getProperty("basedir", "."), "..", module, "target", module + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Package the module first: " + jar.normalize() + " is missing");
        }
        return jar.toAbsolutePath().normalize();
    }

    private static List<Integer> freePorts() {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(first.getLocalPort(), second.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String module() {
        return module;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    long pid() {
        return process.pid();
    }

    /** What it has written to the terminal so far. */
    List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    /** Waits until it says that it can serve. */
    NodeProcess awaitReady() {
        Awaitility.await()
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> readiness() == 200 || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("Not ready:\n" + String.join("\n", output()));
        }
        return this;
    }

    /** The status of its readiness on the management port, or {@link #NONE}. */
    int readiness() {
        try {
            return get(managementPort, "/actuator/health/readiness").statusCode();
        } catch (UncheckedIOException e) {
            return NONE;
        }
    }

    /** The answer to a plain GET, of whichever port. */
    static HttpResponse<String> get(int port, String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM. Returns at once. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. Returns when it has ended. */
    void kill9() {
        process.destroyForcibly();
        awaitExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the exit code, when all that it wrote has been read. */
    int awaitExit() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Does not end:\n" + String.join("\n", output()));
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill9();
        }
    }

    private void readOutput() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
            }
        } catch (IOException e) {
            synchronized (output) {
                output.add("(output ended: " + e.getMessage() + ")");
            }
        }
    }
}
