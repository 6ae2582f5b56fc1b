package io.firstcome.benchmarks.system;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that runs beside, whose output is kept, and that says in a line when it is ready. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    /** Those that run, in the order of their start: none may outlive this JVM, however it ends. */
    private static final List<ChildProcess> RUNNING = new CopyOnWriteArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildProcess::endAll, "end-children"));
    }

    private final Process process;
    private final Path log;
    private final Pattern ready;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> firstGroup = new CompletableFuture<>();
    private final long begin = System.nanoTime();
    private volatile double readySeconds;

    private ChildProcess(Process process, Path log, Pattern ready) {
        this.process = process;
        this.log = log;
        this.ready = ready;
        Thread.ofPlatform().daemon().name("output").start(this::read);
    }

    /**
     * Starts it and returns at once.
     *
     * @param ready the line that says so; its first group is what {@link #awaitReady} returns
     */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path log, Pattern ready) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            ChildProcess child = new ChildProcess(builder.start(), log, ready);
            RUNNING.add(child);
            child.process.getOutputStream().close();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endAll() {
        // The last first: baselines use the servers of what was started before them.
        List.copyOf(RUNNING).reversed().forEach(ChildProcess::close);
    }

    /** Waits until it is ready. */
    public String awaitReady() {
        try {
            return firstGroup.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("Not ready:\n" + String.join("\n", output()), e);
        }
    }

    /** How long it took from the start to the line that says that it is ready. */
    public double readySeconds() {
        return readySeconds;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it has said so far. */
    public List<String> output() {
        return output;
    }

    /** Waits for its end, which it comes to by itself. */
    public void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Does not end:\n" + String.join("\n", output()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end, and after a minute ends it with all its children. */
    @Override
    public void close() {
        RUNNING.remove(this);
        process.destroy();
        try {
            if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void read() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(log)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher matcher = ready.matcher(line);
                if (matcher.find() && !firstGroup.isDone()) {
                    readySeconds = (System.nanoTime() - begin) / 1e9;
                    firstGroup.complete(matcher.group(1));
                }
                output.add(line);
                out.write(line + "\n");
                out.flush();
            }
        } catch (IOException e) {
            output.add("(output ended: " + e.getMessage() + ")");
        } finally {
            firstGroup.completeExceptionally(new IllegalStateException("It ended"));
        }
    }
}
