package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptIT {
    private static final int SIGTERM_CODE = 143;
    private static final int SIGKILL_CODE = 137;

    @TempDir
    private Path dir;

    private final List<Process> launched = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        for (Process script : launched) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    @Test
    void givenLinkAndOtherDirectory_whenAskedForHelp_thenItTellsItsCommands() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("fc"), script());

        Process help = launch(link, "help");

        assertThat(exitCode(help)).isZero();
        assertThat(output()).contains("run [options]", "test", "--port", "--data", "--fresh");
    }

    @Test
    void givenUnknownCommand_whenRun_thenExitCodeIsTwo() throws Exception {
        Process unknown = launch(script(), "rum");

        assertThat(exitCode(unknown)).isEqualTo(2);
        assertThat(output()).contains("Unknown command: rum");
    }

    @Test
    void givenRun_whenScriptIsStopped_thenEverythingStopsInOrder() throws Exception {
        Process script = run();
        List<ProcessHandle> children = script.descendants().toList();

        script.destroy();

        assertThat(exitCode(script)).isEqualTo(SIGTERM_CODE);
        assertThat(output()).containsSubsequence("Stopping", "application stopped", "stopped");
        assertThat(children).map(ProcessHandle::pid).noneMatch(StandaloneProcess::isRunning);
    }

    @Test
    void givenRun_whenJvmIsKilled_thenScriptCleansUpAndTellsItsCode() throws Exception {
        Process script = run();
        List<ProcessHandle> children = script.descendants().toList();

        children.stream()
                .filter(child -> child.info().commandLine().orElse("").contains("firstcome.jar"))
                .forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(script)).isEqualTo(SIGKILL_CODE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(children).map(ProcessHandle::pid).noneMatch(StandaloneProcess::isRunning));
    }

    private Process run() throws IOException {
        Process script = launch(
                script(), "run", "--port", "0", "--data", dir.resolve("data").toString());
        await().atMost(Duration.ofMinutes(2)).until(() -> !script.isAlive() || output().contains("is ready on"));
        assertThat(output()).contains("is ready on");
        return script;
    }

    private Process launch(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("output.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "FIRSTCOME_BUILD", "never",
                        "FIRSTCOME_JAVA_OPTS", "-Xmx1g",
                        "JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        launched.add(process);
        return process;
    }

    private String output() throws IOException {
        return Files.readString(dir.resolve("output.txt"));
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static Path script() {
        Path script = Path.of(System.getProperty("basedir", "."), "..", "firstcome")
                .toAbsolutePath()
                .normalize();
        assertThat(script).isExecutable();
        return script;
    }
}
