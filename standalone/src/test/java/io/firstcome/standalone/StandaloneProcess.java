package io.firstcome.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real system in a process of its own, as {@code ./firstcome run} starts it, for tests that stop, kill and
 * restart it. Needs the jar and its libraries, which are there in Maven's integration-test phase.
 */
final class StandaloneProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Pattern READY = Pattern.compile("^Firstcome is ready on http://[^:]+:([0-9]+)$");

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);
    private volatile int port;

    private StandaloneProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::readOutput);
    }

    /** Starts on that data directory and any free port, and returns when it is ready. */
    static StandaloneProcess start(Path dataDir, String... moreOptions) {
        return start(dataDir, List.of(), moreOptions);
    }

    /** The same with more options for the JVM, such as properties. */
    static StandaloneProcess start(Path dataDir, List<String> jvmOptions, String... moreOptions) {
        List<String> options = new ArrayList<>(List.of("--port", "0", "--data", dataDir.toString()));
        options.addAll(List.of(moreOptions));
        StandaloneProcess started = launch(jvmOptions, options);
        started.awaitReady();
        return started;
    }

    /** Starts with exactly these options and returns at once. */
    static StandaloneProcess launch(List<String> jvmOptions, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(StartUpCache.options(jar()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(options);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new StandaloneProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** What the welcome says after a server's name, without what is in brackets. */
    String address(String server) {
        return output().stream()
                .map(String::strip)
                .filter(line -> line.startsWith(server + " "))
                .map(line -> line.substring(server.length()).strip().split(" ", 2)[0])
                .filter(address -> address.contains("127.0.0.1"))
                .findFirst()
                .orElseThrow();
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

    /** All its children, servers and watchdogs. */
    List<Long> childPids() {
        return process.descendants().map(ProcessHandle::pid).toList();
    }

    long mariaDbPid() {
        return childPid("mariadbd");
    }

    long redisPid() {
        return childPid("redis-server");
    }

    /** SIGTERM, as Ctrl-C has the script send it. Returns the exit code. */
    int stop() {
        process.destroy();
        return awaitExit();
    }

    /** SIGKILL to the JVM alone. Returns when it has ended; its servers are ended by their watchdogs. */
    void kill9() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGKILL to the JVM and all its servers at one moment, as when the machine fails. */
    void kill9WithServers() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitExit();
    }

    /** Waits for an end that somebody else has caused. Returns the exit code. */
    int awaitExit() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Does not end: " + String.join("\n", output()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the process does anything: one that has ended, but was not waited for, has no command line. */
    static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().commandLine())
                .isPresent();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill9WithServers();
        }
    }

    private long childPid(String program) {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").contains(program))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No child runs " + program))
                .pid();
    }

    private void awaitReady() {
        try {
            boolean inTime = readyOrEnded.await(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!inTime || port == 0) {
                close();
                throw new IllegalStateException("Not ready:\n" + String.join("\n", output()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void readOutput() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    port = Integer.parseInt(ready.group(1));
                    readyOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            synchronized (output) {
                output.add("(output ended: " + e.getMessage() + ")");
            }
        } finally {
            readyOrEnded.countDown();
        }
    }

    /** The jar under test. */
    static Path jar() {
        Path jar = Path.of(System.getProperty("basedir", "."), "target", "firstcome.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "Package the module first: " + jar.toAbsolutePath().normalize() + " is missing");
        }
        return jar.toAbsolutePath().normalize();
    }
}
