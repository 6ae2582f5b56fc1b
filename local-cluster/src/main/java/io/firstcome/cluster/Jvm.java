package io.firstcome.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Command lines of members that are JVMs. The first option names their directory, by which they are recognised. */
final class Jvm {
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> NODE = List.of(
            "-Xms256m",
            "-Xmx768m",
            "-XX:+UseG1GC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "-Daxoniq.update-checker.disabled=true",
            "-Ddisable-axoniq-console-message=true");

    private Jvm() {}

    /** A small one that runs a class of ours from the jar of this module. */
    static List<String> small(Path home, Path dir, String mainClass, List<String> arguments) {
        List<String> command = begin(dir);
        command.addAll(SMALL);
        command.addAll(List.of("-cp", jar(home, "local-cluster", "cluster").toString(), mainClass));
        command.addAll(arguments);
        return command;
    }

    /** A node of the given module. {@code FIRSTCOME_JAVA_OPTS} has further options. */
    static List<String> node(Path home, Path dir, String module, List<String> arguments) {
        List<String> command = begin(dir);
        command.addAll(NODE);
        String more = Objects.requireNonNullElse(System.getenv("FIRSTCOME_JAVA_OPTS"), "");
        Arrays.stream(more.split(" ", -1)).filter(option -> !option.isBlank()).forEach(command::add);
        command.addAll(List.of("-jar", jar(home, module, module).toString()));
        command.addAll(arguments);
        return command;
    }

    private static List<String> begin(Path dir) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfirstcome.member=" + dir + "/",
                "--enable-native-access=ALL-UNNAMED"));
    }

    private static Path jar(Path home, String module, String name) {
        return home.resolve(module).resolve("target").resolve(name + ".jar");
    }
}
