package io.firstcome.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where everything is.
 *
 * @param project the folder of the root pom
 * @param work where a run keeps its data and logs; emptied by whoever likes
 */
public record Home(Path project, Path work) {

    /** Written by {@code ./bench}: the options with which {@code ./firstcome run} starts its JVM, one on each line. */
    private static final String JVM_OPTIONS = "benchmarks/target/jvm-options";

    /** The JVM with the options of the one-process run. */
    public List<String> java() {
        return List.of(javaCommand(), "@" + project.resolve(JVM_OPTIONS));
    }

    static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of this program, which has the baselines too. */
    public String classPath() {
        return System.getProperty("java.class.path");
    }

    public Path script() {
        return project.resolve("firstcome");
    }

    public Path wrkScripts() {
        return project.resolve("benchmarks/src/main/wrk");
    }

    public Path log(String name) {
        return work.resolve("log").resolve(name + ".log");
    }

    /** The options of the JVM as they are told to readers, without what is only of this machine. */
    public String jvmOptions() {
        try {
            return String.join(" ", Files.readAllLines(project.resolve(JVM_OPTIONS)))
                    .replace("\"", "")
                    .replaceAll(" ?-Dfirstcome.home=.*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
