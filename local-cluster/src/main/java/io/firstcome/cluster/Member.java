package io.firstcome.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process of the cluster.
 *
 * @param name unique in the cluster, such as {@code command-1}
 * @param dir its own directory, which is named in its command line and in no other member's
 * @param port where it serves on 127.0.0.1
 * @param stage members of a stage start side by side, after those of the stages before; they stop in the reverse order
 * @param grace how long it may take to stop before it is killed
 */
record Member(String name, Path dir, int port, Stage stage, Duration grace, Launcher launcher, Probe probe) {

    /** The order of starting. */
    enum Stage {
        SERVERS,
        SENTINELS,
        NODES,
        PROXY
    }

    /**
     * What a process is started with.
     *
     * @param environment what it has beside that of the starting process
     */
    record Launch(List<String> command, Map<String, String> environment) {}

    /** Writes the configuration of a member, before each start. */
    interface Launcher {
        Launch prepare() throws IOException;
    }

    /** Whether a member serves. An exception means: not now. */
    interface Probe {
        boolean serves() throws IOException;
    }

    Path pidFile() {
        return dir.resolve("pid");
    }

    Path logFile() {
        return dir.resolve(name + ".log");
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /**
     * The part of the command line by which a process is recognised as this member: its id alone could be another's by
     * now.
     */
    String mark() {
        return dir + "/";
    }
}
