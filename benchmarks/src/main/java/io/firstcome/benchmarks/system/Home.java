package io.firstcome.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A checkout whose system is measured.
 *
 * @param title as its system is called in tables
 * @param project the folder of the root pom
 * @param work where a run keeps its data and logs
 */
public record Home(String title, Path project, Path work) {

    /** Written by {@code ./bench}: the options with which {@code ./firstcome run} starts its JVM, one on each line. */
    private static final String JVM_OPTIONS = "benchmarks/target/jvm-options";

    /** The JVM with the options of the one-process run. */
    public List<String> java() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "@" + project.resolve(JVM_OPTIONS));
    }

    /** The class path of this program, which has the baselines too. */
    public String classPath() {
        return System.getProperty("java.class.path");
    }

    public Path script() {
        return project.resolve("firstcome");
    }

    /** The JVM's cache of loaded classes, which {@code ./firstcome run} makes after a build. */
    public Path cache() {
        return project.resolve("standalone/target/firstcome.aot");
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
                    .replaceAll(" ?-Dfirstcome.home=\\S*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The short name of the commit, with a plus when files differ from it; or a word when Git can't tell. */
    public String commit() {
        String name = git("rev-parse", "--short=9", "HEAD");
        String changed = git("status", "--porcelain", "--untracked-files=no");
        return name.isEmpty() ? "unknown" : changed.isEmpty() ? name : name + "+";
    }

    private String git(String... arguments) {
        ProcessBuilder git = new ProcessBuilder("git");
        git.command().addAll(List.of(arguments));
        try {
            Process process = git.directory(project.toFile()).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
