package io.firstcome.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What was measured, by Git. */
final class Commit {

    private Commit() {}

    /** The short name of the commit, with a plus when files differ from it; or a word when Git can't tell. */
    static String of(Path project) {
        try {
            String name = git(project, List.of("git", "rev-parse", "--short=9", "HEAD"));
            String changed = git(project, List.of("git", "status", "--porcelain", "--untracked-files=no"));
            return name.isEmpty() ? "unknown" : changed.isEmpty() ? name : name + "+";
        } catch (UncheckedIOException e) {
            return "unknown";
        }
    }

    private static String git(Path project, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).directory(project.toFile()).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
