package io.firstcome.cluster;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The HAProxy of this machine. */
final class Haproxy {
    private Haproxy() {}

    /** The program, if it is on the PATH, or where Debian has it. */
    static Optional<Path> find() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @throws ClusterException when there is none */
    static Path executable() {
        return find().orElseThrow(
                        () -> new ClusterException(
                                "HAProxy is needed, 2.6 or newer, and is not on the PATH: apt install haproxy, or brew install haproxy"));
    }
}
