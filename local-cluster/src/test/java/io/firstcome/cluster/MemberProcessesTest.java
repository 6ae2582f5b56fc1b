package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.cluster.Member.Launch;
import io.firstcome.cluster.Member.Stage;
import io.firstcome.cluster.MemberProcesses.Signal;
import io.firstcome.cluster.MemberProcesses.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberProcessesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final MemberProcesses processes = new MemberProcesses();

    @AfterEach
    void killAll() {
        processes.kill(member("trap 'exit 0' TERM; while :; do sleep 0.05; done"));
    }

    @Test
    void givenMember_whenStartedStoppedContinuedAndEnded_thenItsStateSaysSo() {
        Member member = member("trap 'echo bye; exit 0' TERM; touch ready; while :; do sleep 0.05; done");
        assertThat(processes.state(member)).isEqualTo(State.DEAD);

        processes.start(member);
        processes.awaitReady(member, LIMIT);
        assertThat(processes.state(member)).isEqualTo(State.RUNNING);
        // Another JVM would find it by the file.
        assertThat(new MemberProcesses().pid(member)).isEqualTo(processes.pid(member));

        processes.signal(member, Signal.STOP);
        assertThat(processes.state(member)).isEqualTo(State.STOPPED);

        processes.stop(member);
        assertThat(processes.state(member)).isEqualTo(State.DEAD);
        assertThat(member.logFile()).content().contains("bye");
    }

    @Test
    void givenProcessIdOfAnother_whenSignalled_thenItIsLeftAlone() throws IOException {
        Member member = member("true");
        Files.writeString(
                Files.createDirectories(member.dir()).resolve("pid"),
                Long.toString(ProcessHandle.current().pid()));

        assertThat(processes.kill(member)).isFalse();
        assertThat(processes.state(member)).isEqualTo(State.DEAD);
    }

    @Test
    void givenMemberThatEnds_whenWaitedFor_thenTheEndOfItsLogIsTold() {
        Member member = member("echo no room here; sleep 0.3; exit 1");
        processes.start(member);

        assertThatThrownBy(() -> processes.awaitReady(member, LIMIT))
                .hasMessageContaining("one ended while starting")
                .hasMessageContaining("no room here");
    }

    private Member member(String script) {
        Path dir = folder.resolve("one");
        return new Member(
                "one",
                dir,
                1,
                Stage.SERVERS,
                LIMIT,
                () -> new Launch(List.of("sh", "-c", script, dir + "/"), Map.of()),
                () -> Files.exists(dir.resolve("ready")));
    }
}
