package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.standalone.load.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./firstcome} itself, as a user calls it: what it starts, what it stops, and what it leaves alone. */
@Tag("parallel")
class ScriptIT {
    private static final int SIGTERM_CODE = 143;
    private static final int SIGKILL_CODE = 137;
    private static final Pattern READY = Pattern.compile("is ready on http://[^:]+:([0-9]+)");

    @TempDir
    private Path dir;

    private final List<Launched> launched = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        for (Launched script : launched) {
            script.process.descendants().forEach(ProcessHandle::destroyForcibly);
            script.process.destroyForcibly();
        }
    }

    @Test
    void givenLinkAndOtherDirectory_whenAskedForHelp_thenItTellsItsCommands() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("fc"), script());

        Launched help = launch(link, "help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("run [options]", "test", "--port", "--data", "--fresh");
    }

    @Test
    void givenUnknownCommand_whenRun_thenExitCodeIsTwo() throws Exception {
        Launched unknown = launch(script(), "rum");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("Unknown command: rum");
    }

    @Test
    void givenRun_whenScriptIsStopped_thenEverythingStopsInOrder() throws Exception {
        Launched script = run().awaitReady();
        List<ProcessHandle> children = script.process.descendants().toList();

        script.process.destroy();

        assertThat(script.exitCode()).isEqualTo(SIGTERM_CODE);
        assertThat(script.output()).containsSubsequence("Stopping", "application stopped", "stopped");
        assertThat(children).map(ProcessHandle::pid).noneMatch(StandaloneProcess::isRunning);
    }

    /** The negative control of those that leave servers alone: here nobody else would stop them. */
    @Test
    void givenRun_whenJvmAndItsWatchdogsAreKilled_thenScriptStopsTheServersAndTellsTheCode() throws Exception {
        Launched script = run().awaitReady();
        List<ProcessHandle> children = script.process.descendants().toList();

        kill(script.allButServers());

        assertThat(script.exitCode()).isEqualTo(SIGKILL_CODE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(children).map(ProcessHandle::pid).noneMatch(StandaloneProcess::isRunning));
    }

    @Test
    void givenARunningSystem_whenStartedAgainOnItsData_thenRefusedAndItGoesOnUntouched() throws Exception {
        Launched first = run().awaitReady();
        List<Long> children =
                first.process.descendants().map(ProcessHandle::pid).toList();
        for (List<String> more :
                List.of(List.<String>of(), List.of("--port", Integer.toString(first.port())), List.of("--fresh"))) {
            Launched second = run(more.toArray(String[]::new));

            assertThat(second.exitCode()).as(second.output()).isEqualTo(1);
            assertThat(second.output())
                    .contains("Firstcome already runs on " + dir.resolve("data"), "choose another directory")
                    .doesNotContain("Exception", "is up");
            assertThat(children).as("after %s", more).allMatch(StandaloneProcess::isRunning);
        }

        // A coupon is written to MariaDB, so this tells that it still answers, and with its data.
        String id = SharedSystem.newCampaign(first.port(), 1);
        assertThat(SharedSystem.exchange(first.port(), SharedSystem.publish(id, "1"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void givenNoSystem_whenStartedTwiceAtOnce_thenOneRunsAndTheOtherIsRefused() throws Exception {
        List<Launched> both = List.of(run(), run());

        await().atMost(Duration.ofMinutes(2))
                .until(() -> both.stream().anyMatch(Launched::isReady)
                        && both.stream().anyMatch(script -> !script.process.isAlive()));
        Launched winner = both.stream().filter(Launched::isReady).findFirst().orElseThrow();
        Launched loser = both.stream()
                .filter(script -> !script.equals(winner))
                .findFirst()
                .orElseThrow();

        assertThat(loser.exitCode()).isEqualTo(1);
        assertThat(loser.output()).contains("Firstcome already runs on");
        assertThat(SharedSystem.exchange(winner.port(), Request.get("/actuator/health", ""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givenAllButTheServersWasKilled_whenStartedAgain_thenTheOldServersAreStoppedAndItIsReady() throws Exception {
        Launched first = run().awaitReady();
        List<Long> servers = first.servers().map(ProcessHandle::pid).toList();
        List<ProcessHandle> others = first.allButServers();
        first.process.destroyForcibly().waitFor();
        kill(others);
        await().until(() -> others.stream().noneMatch(child -> StandaloneProcess.isRunning(child.pid())));
        assertThat(servers).as("left behind").hasSize(2).allMatch(StandaloneProcess::isRunning);

        Launched second = run().awaitReady();

        assertThat(servers).noneMatch(StandaloneProcess::isRunning);
        assertThat(SharedSystem.exchange(second.port(), Request.get("/api/v1/product/1", ""))
                        .status())
                .isEqualTo(200);
    }

    /** With any free port, unless one is among {@code more}: the last one counts. */
    private Launched run(String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--data", dir.resolve("data").toString(), "--port", "0"));
        arguments.addAll(List.of(more));
        return launch(script(), arguments.toArray(String[]::new));
    }

    private Launched launch(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path output = dir.resolve("output-" + launched.size() + ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "FIRSTCOME_BUILD", "never",
                        "FIRSTCOME_JAVA_OPTS", String.join(" ", StartUpCache.options(StandaloneProcess.jar())),
                        "JAVA_HOME", System.getProperty("java.home")));
        Launched process = new Launched(builder.start(), output);
        launched.add(process);
        return process;
    }

    /** The watchdogs before the JVM that they watch. */
    private static void kill(List<ProcessHandle> processes) {
        processes.stream().filter(process -> !isJvm(process)).forEach(ProcessHandle::destroyForcibly);
        processes.stream().filter(ScriptIT::isJvm).forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isJvm(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("firstcome.jar");
    }

    private static Path script() {
        Path script = Path.of(System.getProperty("basedir", "."), "..", "firstcome")
                .toAbsolutePath()
                .normalize();
        assertThat(script).isExecutable();
        return script;
    }

    /** One call of the script. */
    private record Launched(Process process, Path file) {

        Launched awaitReady() {
            await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || isReady());
            assertThat(output()).contains("is ready on");
            return this;
        }

        boolean isReady() {
            return output().contains("is ready on");
        }

        int port() {
            Matcher ready = READY.matcher(output());
            assertThat(ready.find()).isTrue();
            return Integer.parseInt(ready.group(1));
        }

        Stream<ProcessHandle> servers() {
            return process.descendants().filter(child -> {
                String command = child.info().command().orElse("");
                return command.contains("mariadbd") || command.contains("redis-server");
            });
        }

        /** The JVM, and the watchdogs that would stop the servers after it. */
        List<ProcessHandle> allButServers() {
            List<Long> servers = servers().map(ProcessHandle::pid).toList();
            return process.descendants()
                    .filter(child -> !servers.contains(child.pid()))
                    .toList();
        }

        String output() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        }
    }
}
